import type { NewInstrumentSearch } from '~/entities/instrument/search';
import { DetailPage } from '~/entities/record/detail-page';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { agreements } from './api';
import { AgreementForm } from './form';
import { useT } from './t';

export function NewAgreementPage({ from }: { from: NewInstrumentSearch }) {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <AgreementForm from={from} />
    </>
  );
}

export function EditAgreementPage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={agreements} id={id}>
      {agreement => (
        <>
          <PageHead title={t('edit.title', { name: text(agreement.title) })} overline={agreement.number} />
          <AgreementForm agreement={agreement} />
        </>
      )}
    </DetailPage>
  );
}

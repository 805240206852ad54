import { limits } from '~/api/limits.gen';
import { InstrumentForm } from '~/entities/instrument/form';
import type { NewInstrumentSearch } from '~/entities/instrument/search';
import { DetailPage } from '~/entities/record/detail-page';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { memoranda } from './api';
import { useT } from './t';

export function NewMemorandumPage({ from }: { from: NewInstrumentSearch }) {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <InstrumentForm name="memoranda" limits={limits.MemorandumCreate} from={from} />
    </>
  );
}

export function EditMemorandumPage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={memoranda} id={id}>
      {memorandum => (
        <>
          <PageHead title={t('edit.title', { name: text(memorandum.title) })} overline={memorandum.number} />
          <InstrumentForm name="memoranda" limits={limits.MemorandumCreate} instrument={memorandum} />
        </>
      )}
    </DetailPage>
  );
}

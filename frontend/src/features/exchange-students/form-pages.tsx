import { DetailPage } from '~/entities/record/detail-page';
import { PageHead } from '~/ui/page';
import { exchangeStudents } from './api';
import { ExchangeForm } from './form';
import { usePersonName } from './person-name';
import type { NewExchangeSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['person'] };

export function NewExchangePage({ from }: { from: NewExchangeSearch }) {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <ExchangeForm from={from} />
    </>
  );
}

export function EditExchangePage({ id }: { id: string }) {
  const t = useT();
  const name = usePersonName();
  return (
    <DetailPage resource={exchangeStudents} id={id} query={QUERY}>
      {exchange => (
        <>
          <PageHead title={t('edit.title', { name: name(exchange) })} />
          <ExchangeForm exchange={exchange} />
        </>
      )}
    </DetailPage>
  );
}

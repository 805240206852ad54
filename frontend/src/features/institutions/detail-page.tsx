import { Link } from '@tanstack/react-router';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { useMay, useMe } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { institutions } from './api';
import { InstitutionFacts } from './facts';
import { useT } from './t';
import type { InstitutionSearch } from './tabs';

/** The institution that one is signed in to. */
export function InstitutionPage({ tab }: { tab: InstitutionSearch['tab'] }) {
  const t = useT();
  const text = useText();
  const may = useMay();
  const { id } = useMe().institution;
  return (
    <DetailPage resource={institutions} id={id}>
      {institution => (
        <>
          <PageHead title={text(institution.names)} overline={institution.slug}>
            {may('admin') && (
              <LinkButton look="primary" to="/settings/institution/edit">
                {t('action.edit')}
              </LinkButton>
            )}
          </PageHead>
          <InstitutionTabs />
          {tab === undefined && <InstitutionFacts institution={institution} />}
          {tab === 'history' && <History resource={institutions} id={id} />}
          <RecordDates record={institution} />
        </>
      )}
    </DetailPage>
  );
}

function InstitutionTabs() {
  const t = useT();
  const tab = (tab: InstitutionSearch['tab'], label: string) => (
    <Link className={tabClass} to="/settings/institution" search={{ tab }} activeOptions={{ exact: true }}>
      {label}
    </Link>
  );
  return (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('history', t('tab.history'))}
    </Tabs>
  );
}

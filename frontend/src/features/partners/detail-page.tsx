import { Link } from '@tanstack/react-router';
import { CountryName } from '~/entities/country-name';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { Mark } from '~/ui/mark';
import { PageHead } from '~/ui/page';
import { PartnerAgreements } from './agreements-tab';
import { partners } from './api';
import type { Partner } from './columns';
import { PartnerFacts } from './facts';
import { MergedInto } from './merged';
import type { PartnerSearch } from './search';
import { stageSigns } from './stage-signs';
import { useT } from './t';

export function PartnerPage({ id, tab }: { id: string; tab: PartnerSearch['tab'] }) {
  return (
    <DetailPage resource={partners} id={id}>
      {partner => (
        <>
          <Head partner={partner} />
          <PartnerTabs id={id} />
          {tab === undefined && <PartnerFacts partner={partner} />}
          {tab === 'agreements' && <PartnerAgreements id={id} />}
          {tab === 'history' && <History resource={partners} id={id} />}
          <RecordDates record={partner} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ partner }: { partner: Partner }) {
  const t = useT();
  const text = useText();
  const may = useMay()('officer');
  const name = text(partner.names);
  const live = partner.archived_at === undefined;
  return (
    <div>
      <PageHead
        title={name}
        overline={
          <>
            {t(`kind.${partner.kind}`)}, <CountryName code={partner.country} />
          </>
        }
        meta={partner.stage && <Mark {...stageSigns[partner.stage]}>{t(`stage.${partner.stage}`)}</Mark>}
      >
        {may && live && (
          <>
            <ArchiveButton resource={partners} record={partner} name={name} />
            <LinkButton look="primary" to="/partners/$id/edit" params={{ id: partner.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
      </PageHead>
      <ArchivedNotice resource={partners} record={partner} name={name} may={may} />
      <MergedInto partner={partner} />
    </div>
  );
}

function PartnerTabs({ id }: { id: string }) {
  const t = useT();
  const tab = (tab: PartnerSearch['tab'], label: string) => (
    <Link className={tabClass} to="/partners/$id" params={{ id }} search={{ tab }} activeOptions={{ exact: true }}>
      {label}
    </Link>
  );
  return (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('agreements', t('tab.agreements'))}
      {tab('history', t('tab.history'))}
    </Tabs>
  );
}

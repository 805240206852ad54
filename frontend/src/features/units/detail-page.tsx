import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import { LinkButton } from '~/ui/button';
import { Card, Fact, Tabs, tabClass } from '~/ui/card';
import { PageHead, Section } from '~/ui/page';
import { allUnits, type Unit, units } from './api';
import { useT } from './t';
import type { UnitSearch } from './tabs';
import { treeOf } from './tree';
import { Branches } from './tree-page';

const QUERY = { expand: ['parent', 'head'] };

export function UnitPage({ id, tab }: { id: string; tab: UnitSearch['tab'] }) {
  return (
    <DetailPage resource={units} id={id} query={QUERY}>
      {unit => (
        <>
          <Head unit={unit} />
          <UnitTabs id={id} />
          {tab === undefined && <UnitFacts unit={unit} />}
          {tab === 'history' && <History resource={units} id={id} />}
          <RecordDates record={unit} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ unit }: { unit: Unit }) {
  const t = useT();
  const text = useText();
  const may = useMay()('admin');
  const name = text(unit.names);
  return (
    <div>
      <PageHead title={name} overline={t(`kind.${unit.kind}`)}>
        {may && unit.archived_at === undefined && (
          <>
            <ArchiveButton resource={units} record={unit} name={name} />
            <LinkButton to="/settings/units/new" search={{ parent_id: unit.id }}>
              {t('new.part')}
            </LinkButton>
            <LinkButton look="primary" to="/settings/units/$id/edit" params={{ id: unit.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
      </PageHead>
      <ArchivedNotice resource={units} record={unit} name={name} may={may} />
    </div>
  );
}

function UnitFacts({ unit }: { unit: Unit }) {
  const t = useT();
  const all = useQuery(allUnits(false)).data ?? [];
  const parts = treeOf(all.filter(it => isWithin(it, unit.id, all)));
  return (
    <>
      <Card>
        {textLanguages.map(language => (
          <Fact key={language} label={`${t('field.names')}, ${t(`language.${language}`).toLowerCase()}`}>
            {unit.names[language] && <span lang={language}>{unit.names[language]}</span>}
          </Fact>
        ))}
        <Fact label={t('field.parent_id')}>
          {unit.parent && (
            <Link to="/settings/units/$id" params={{ id: unit.parent.id }}>
              <RecordText of={unit.parent.names} />
            </Link>
          )}
        </Fact>
        <Fact label={t('field.head_id')}>
          {unit.head && (
            <Link to="/people/$id" params={{ id: unit.head.id }}>
              {unit.head.name}
            </Link>
          )}
        </Fact>
      </Card>
      {parts.length > 0 && (
        <Section title={t('parts')}>
          <Branches of={parts} />
        </Section>
      )}
    </>
  );
}

/** Is the unit somewhere below the other? */
function isWithin(unit: Unit, above: string, all: readonly Unit[]): boolean {
  const parent = all.find(it => it.id === unit.parent_id);
  return unit.parent_id === above || (parent !== undefined && isWithin(parent, above, all));
}

function UnitTabs({ id }: { id: string }) {
  const t = useT();
  const tab = (tab: UnitSearch['tab'], label: string) => (
    <Link
      className={tabClass}
      to="/settings/units/$id"
      params={{ id }}
      search={{ tab }}
      activeOptions={{ exact: true }}
    >
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

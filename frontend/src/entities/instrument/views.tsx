import { Link } from '@tanstack/react-router';
import { useFeatureT } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { useMay } from '../session';
import type { InstrumentName } from './instrument';

/** The ways to look at the register. */
export function Views({ name }: { name: InstrumentName }) {
  const t = useFeatureT(name);
  const exact = { exact: true, includeSearch: false };
  return (
    <Tabs label={t('view.label')}>
      <Link className={tabClass} to={`/${name}`} activeOptions={exact}>
        {t('view.list')}
      </Link>
      <Link className={tabClass} to={`/${name}/board`} activeOptions={exact}>
        {t('view.board')}
      </Link>
      <Link className={tabClass} to={`/${name}/calendar`} activeOptions={exact}>
        {t('view.calendar')}
      </Link>
    </Tabs>
  );
}

export function NewButton({ name }: { name: InstrumentName }) {
  const t = useFeatureT(name);
  const may = useMay();
  return may('coordinator') ? (
    <LinkButton look="primary" to={`/${name}/new`}>
      {t('new')}
    </LinkButton>
  ) : null;
}

import { Link } from '@tanstack/react-router';
import { useMay } from '~/entities/session';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { useT } from './t';

/** The ways to look at the agreements. */
export function Views() {
  const t = useT();
  const exact = { exact: true, includeSearch: false };
  return (
    <Tabs label={t('view.label')}>
      <Link className={tabClass} to="/agreements" activeOptions={exact}>
        {t('view.list')}
      </Link>
      <Link className={tabClass} to="/agreements/board" activeOptions={exact}>
        {t('view.board')}
      </Link>
      <Link className={tabClass} to="/agreements/calendar" activeOptions={exact}>
        {t('view.calendar')}
      </Link>
    </Tabs>
  );
}

export function NewButton() {
  const t = useT();
  const may = useMay();
  return may('coordinator') ? (
    <LinkButton look="primary" to="/agreements/new">
      {t('new')}
    </LinkButton>
  ) : null;
}

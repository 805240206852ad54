import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { grantProjects } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { ProjectsSearch } from './search';
import { useT } from './t';
import { Totals } from './totals';

type Props = { search: ProjectsSearch; onSearch: (search: ProjectsSearch) => void };

export function ProjectsPage({ search, onSearch }: Props) {
  const t = useT();
  const may = useMay();
  const text = useText();
  return (
    <ListPage
      resource={grantProjects}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ expand: ['funding_programme', 'unit', 'lead'], sort: ['-starts_on'] }}
      rowName={it => text(it.title)}
      summary={<Totals />}
      bulk={may('coordinator')}
      actions={
        may('coordinator') && (
          <LinkButton look="primary" to="/grant-projects/new">
            {t('new')}
          </LinkButton>
        )
      }
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { type Asked, type Project, projects } from './api';
import { byProgramme } from './groups';
import { SiteLink } from './office';
import { Register } from './register';
import styles from './register.module.css';
import { useT } from './t';

const roles = ['coordinator', 'beneficiary', 'associated', 'in_kind'] as const;

/** What runs on the day, under the programmes that pay for it. */
export function PublicProjects({ asked }: { asked: Asked }) {
  const t = useT();
  const { dateRange } = useFormats();
  const role = (code: string) => {
    const known = roles.find(it => it === code);
    return known === undefined ? code : t(`role.${known}`);
  };
  const { data, error, refetch } = useQuery(projects(asked));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={4} />;
  }
  if (data.items.length === 0) {
    return <p>{t('projects.none')}</p>;
  }
  return (
    <>
      <p>{t('projects.text', { count: data.items.length })}</p>
      <Register
        caption={t('projects')}
        heads={[t('column.project'), t('column.role'), t('column.term')]}
        groups={byProgramme(data.items).map(({ key, items }) => ({
          key,
          title: <RecordText of={items[0]?.programme_names} />,
          note: <RecordText of={items[0]?.funder_names} />,
          rows: items.map((it, n) => ({
            key: `${key}-${n}`,
            cells: [<ProjectTitle key="title" of={it} />, role(it.our_role), dateRange(it.starts_on, it.ends_on)],
          })),
        }))}
      />
    </>
  );
}

function ProjectTitle({ of: { acronym, title, website } }: { of: Project }) {
  return (
    <>
      {acronym && <strong className={styles.acronym}>{acronym}</strong>} <RecordText of={title} />
      {website && (
        <span className={styles.meta}>
          <SiteLink to={website} />
        </span>
      )}
    </>
  );
}

import { useFeatureT, useFormats } from '~/i18n/i18n';
import { academicYearOf } from '~/lib/day';
import { Figure, Figures } from '~/ui/figures';
import { certain } from './mobility-chart';
import { countOf, type Statistics } from './statistics';

type Props = { statistics: Statistics; asOf: string | undefined };

/** The figures of the office; each opens the list behind it. */
export function OfficeFigures({ statistics, asOf }: Props) {
  const t = useFeatureT('figures');
  const { number, academicYear } = useFormats();
  const { partners_by_country: countries } = statistics;
  const inForce = { legal_status: 'in_force', as_of: asOf };
  const agreements = countOf(statistics.agreements_by_legal_status, 'in_force');
  const memoranda = countOf(statistics.memoranda_by_legal_status, 'in_force');
  const partners = countries.reduce((sum, it) => sum + it.count, 0);
  const running = countOf(statistics.grant_projects_by_status, 'running');
  const year = academicYearOf(statistics.as_of);
  const mobility = statistics.mobility_by_year.find(it => it.academic_year === year);
  const students = (mobility?.outgoing ?? 0) + (mobility?.incoming ?? 0);
  return (
    <Figures>
      <Figure
        value={number(agreements)}
        label={t('figure.agreements', { count: agreements })}
        address={{ to: '/agreements', search: inForce }}
      />
      <Figure
        value={number(memoranda)}
        label={t('figure.memoranda', { count: memoranda })}
        address={{ to: '/memoranda', search: inForce }}
      />
      <Figure
        value={number(partners)}
        label={t('figure.partners', { count: partners })}
        note={t('figure.countries', { count: countries.length })}
        address={{ to: '/partners', search: { known: true, as_of: asOf } }}
      />
      <Figure
        value={number(running)}
        label={t('figure.projects', { count: running })}
        address={{ to: '/grant-projects', search: { status: 'running' } }}
      />
      <Figure
        value={number(students)}
        label={t('figure.students', { count: students, year: academicYear(year) })}
        note={t('figure.directions', { outgoing: mobility?.outgoing ?? 0, incoming: mobility?.incoming ?? 0 })}
        address={{ to: '/exchange-students', search: { academic_year: year, status: certain } }}
      />
    </Figures>
  );
}

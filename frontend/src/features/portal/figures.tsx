import type { ReactNode } from 'react';
import { useFormats } from '~/i18n/i18n';
import type { Profile } from './api';
import styles from './portal.module.css';
import { useT } from './t';

/** What the records say on the day; each leads to the register behind it. */
export function PortalFigures({ figures }: { figures: Profile['figures'] }) {
  const t = useT();
  const { number, money } = useFormats();
  const { incoming, outgoing } = figures.exchange_students_by_direction;
  return (
    <dl className={styles.figures}>
      <Figure
        label={t('figure.instruments')}
        to="#instruments"
        note={[
          t('figure.agreements', { count: figures.agreements_in_force }),
          t('figure.memoranda', { count: figures.memoranda_in_force }),
        ].join(', ')}
      >
        {number(figures.instruments_in_force)}
      </Figure>
      <Figure label={t('figure.countries')} to="#countries">
        {number(figures.partner_countries)}
      </Figure>
      <Figure label={t('figure.partners')}>{number(figures.partner_institutions)}</Figure>
      <Figure
        label={t('figure.exchanges')}
        note={[t('figure.incoming', { count: incoming }), t('figure.outgoing', { count: outgoing })].join(', ')}
      >
        {number(incoming + outgoing)}
      </Figure>
      <Figure label={t('figure.projects')} to="#projects">
        {number(figures.grant_projects_running)}
      </Figure>
      {figures.grant_totals.length > 0 && (
        <Figure label={t('figure.grants')} sums>
          {figures.grant_totals.map(it => (
            <span key={it.currency}>{money({ ...it, amount: it.amount.replace(/\.0+$/, '') })}</span>
          ))}
        </Figure>
      )}
    </dl>
  );
}

type FigureProps = { label: string; to?: string; note?: string; sums?: boolean; children: ReactNode };

function Figure({ label, to, note, sums = false, children }: FigureProps) {
  return (
    <div>
      <dt>{to === undefined ? label : <a href={to}>{label}</a>}</dt>
      <dd className={sums ? styles.sums : styles.figure}>{children}</dd>
      {note && <dd>{note}</dd>}
    </div>
  );
}

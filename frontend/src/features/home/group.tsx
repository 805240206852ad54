import { useState } from 'react';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { type Day, daysBetween } from '~/lib/day';
import { AddressLink } from '~/ui/address-link';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import type { Deadline, DeadlineGroup } from './api';
import styles from './home.module.css';
import { registerOf, searchesOf } from './registers';
import { useT } from './t';

const FIRST = 5;
/** What is due within a month is near. */
const NEAR_DAYS = 30;

/** What is due of one kind: the first of it, and the way to all. */
export function Group({ group, asOf }: { group: DeadlineGroup; asOf: Day }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { kind, count, items } = group;
  const searches = searchesOf(group);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <Section title={t(`group.${kind}`, { count })}>
      <ol className={styles.list}>
        {shown.map(it => (
          <Due key={it.record_id} deadline={it} asOf={asOf} />
        ))}
      </ol>
      {count > FIRST && (
        <p className={styles.more}>
          {searches.map(({ register, search }) => (
            <AddressLink key={register} address={{ to: `/${register}`, search }}>
              {t('all', { section: t(`nav.${register}`) })}
            </AddressLink>
          ))}
          {searches.length === 0 && !all && (
            <Button look="plain" onClick={() => setAll(true)}>
              {t('more', { count: items.length - FIRST })}
            </Button>
          )}
        </p>
      )}
    </Section>
  );
}

function Due({ deadline, asOf }: { deadline: Deadline; asOf: Day }) {
  const { date, relativeDay } = useFormats();
  const { on, record_id, title, person_name, partner_names } = deadline;
  const left = daysBetween(asOf, on);
  const register = registerOf(deadline);
  const name = person_name ?? <RecordText of={title} />;
  return (
    <li className={styles.due}>
      <span>{date(on)}</span>
      <span className={left < 0 ? styles.late : left <= NEAR_DAYS ? styles.near : styles.left}>{relativeDay(on)}</span>
      <span className={styles.what}>
        {register === undefined ? (
          name
        ) : (
          <AddressLink address={{ to: `/${register}/${record_id}` }}>{name}</AddressLink>
        )}
        {partner_names && (
          <span className={styles.partner}>
            <RecordText of={partner_names} />
          </span>
        )}
      </span>
    </li>
  );
}

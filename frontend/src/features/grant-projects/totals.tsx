import { useQuery } from '@tanstack/react-query';
import type { components } from '~/api/schema.gen';
import type { Money } from '~/i18n/formats';
import { useFormats } from '~/i18n/i18n';
import { totals } from './api';
import { useT } from './t';

type Total = components['schemas']['GrantProjectTotal'];

/** What the running projects are worth, as a sentence; nothing where none has a sum. */
export function Totals() {
  const t = useT();
  const { money } = useFormats();
  const { data } = useQuery(totals);
  if (data === undefined || data.items.length === 0) {
    return null;
  }
  const sum = ({ amount, currency }: Money) => money({ amount: amount.replace(/\.0+$/, ''), currency });
  const item = ({ projects: count, total_budget, our_share }: Total) => {
    const budget = sum(total_budget);
    if (our_share === undefined) {
      return t('totals.budget', { count, budget });
    }
    const share = sum(our_share);
    // All the projects of the currency may be told by our share alone.
    return /[1-9]/.test(total_budget.amount)
      ? t('totals.both', { count, budget, share })
      : t('totals.share', { count, share });
  };
  return <p>{t('totals.sentence', { items: data.items.map(item).join('; ') })}</p>;
}

import type { Exchange } from './api';
import { useT } from './t';

/** Of somebody in another unit a coordinator sees the exchange, and not the person. */
export function usePersonName(): (exchange: Exchange) => string {
  const t = useT();
  return ({ person }) => person?.name ?? t('person.unseen');
}

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import type { Text } from '~/i18n/languages';
import { Notice } from '~/ui/states';
import { partners } from './api';
import { PartnerLinks } from './merged';
import { useT } from './t';

const LEAST = 4;

/** While a name is typed: partners that may be the same one. The search folds script, case and apostrophes. */
export function LookAlikes() {
  const t = useT();
  const names: Text | undefined = useWatch({ name: 'names' });
  const longest = Object.values(names ?? {}).reduce((a, b) => (b.length > a.length ? b : a), '');
  const q = useDeferredValue(longest.trim());
  const { data } = useQuery({ ...partners.list({ q, archived: 'include', limit: 5 }), enabled: q.length >= LEAST });
  const found = q.length >= LEAST ? (data?.items ?? []) : [];
  return found.length === 0 ? null : (
    <Notice tone="note">
      <p>{t('look_alikes.title', { count: found.length })}</p>
      <PartnerLinks partners={found} />
    </Notice>
  );
}

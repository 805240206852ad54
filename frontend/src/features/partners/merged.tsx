import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RecordName } from '~/entities/pickers/record-picker';
import { RecordText } from '~/entities/record-text';
import { Notice } from '~/ui/states';
import { partners } from './api';
import type { Partner } from './columns';
import { useT } from './t';

export function MergedInto({ partner }: { partner: Partner }) {
  const t = useT();
  if (partner.merged_into_id === undefined) {
    return null;
  }
  return (
    <Notice tone="note">
      <p>
        {t('merged.into')}{' '}
        <Link to="/partners/$id" params={{ id: partner.merged_into_id }}>
          <RecordName kind="partner" id={partner.merged_into_id} />
        </Link>
      </p>
    </Notice>
  );
}

/** The partners that were found to be this one. */
export function useMergedFrom(id: string): Partner[] {
  return useQuery(partners.list({ merged_into_id: [id], archived: 'include', limit: 50 })).data?.items ?? [];
}

export function PartnerLinks({ partners }: { partners: readonly Pick<Partner, 'id' | 'names'>[] }) {
  return (
    <ul>
      {partners.map(({ id, names }) => (
        <li key={id}>
          <Link to="/partners/$id" params={{ id }}>
            <RecordText of={names} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import { type Me, me } from '~/api/session';

export type Permission = 'member' | 'staff' | 'coordinator' | 'officer' | 'admin' | 'auditor';

export function useMe(): Me {
  return useSuspenseQuery(me).data;
}

/** May the signed-in user do what an operation names as `x-required-permission`? */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return permission => permissions.includes(permission);
}

import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '~/api/client';
import { type RecordOf, resource } from '~/api/resource';

export const grantProjects = resource('grant-projects');

export type Project = RecordOf<'grant-projects'>;

/** What the projects that run today are worth, by currency. */
export const totals = queryOptions({
  queryKey: ['grant-projects', 'totals'],
  queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/grant-projects/totals', { signal })),
});

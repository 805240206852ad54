import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '~/api/client';
import { resource } from '~/api/resource';
import type { components } from '~/api/schema.gen';

export type DeadlineGroup = components['schemas']['DeadlineGroup'];
export type Deadline = components['schemas']['Deadline'];

export const exchanges = resource('exchange-students');
export const programmes = resource('funding-programmes');

export const deadlines = queryOptions({
  queryKey: ['deadlines'],
  queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/deadlines', { signal })),
});

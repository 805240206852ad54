import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import { bodyOf, client } from '~/api/client';
import { codeList } from '~/api/code-lists';
import { asApiError } from '~/api/problem';
import type { components } from '~/api/schema.gen';
import type { Day } from '~/lib/day';

export type Profile = components['schemas']['Profile'];
export type Figures = components['schemas']['Figures'];
export type CountryCount = components['schemas']['CountryCount'];
export type Instrument = components['schemas']['PublicInstrument'];
export type Project = components['schemas']['PublicProject'];

/** Whose portal, and for which day; today's where none is named. */
export type Asked = { slug: string; asOf: Day | undefined };

const paramsOf = ({ slug, asOf }: Asked) => ({ path: { slug }, query: asOf === undefined ? {} : { as_of: asOf } });

export function profile(asked: Asked) {
  return queryOptions({
    queryKey: ['public', 'profile', asked],
    queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/public/{slug}/profile', { params: paramsOf(asked), signal })),
  });
}

export function instruments(asked: Asked) {
  return queryOptions({
    queryKey: ['public', 'instruments', asked],
    queryFn: ({ signal }) =>
      bodyOf(client.GET('/api/v1/public/{slug}/instruments', { params: paramsOf(asked), signal })),
  });
}

export function projects(asked: Asked) {
  return queryOptions({
    queryKey: ['public', 'projects', asked],
    queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/public/{slug}/projects', { params: paramsOf(asked), signal })),
  });
}

const SLUG = /^[a-z0-9-]{1,60}$/;

/** What stands on the first screen is there at once; the registers below it follow. */
export async function loadPortal(queries: QueryClient, asked: Asked): Promise<Profile> {
  if (!SLUG.test(asked.slug)) {
    throw notFound();
  }
  const names = queries.prefetchQuery(codeList('countries'));
  const found = await queries.ensureQueryData(profile(asked)).catch((error: unknown) => {
    throw asApiError(error).status === 404 ? notFound() : error;
  });
  await names;
  return found;
}

import { queryOptions } from '@tanstack/react-query';
import { client } from '~/api/client';
import { apiErrorOf } from '~/api/problem';
import { type RecordOf, resource } from '~/api/resource';
import type { components } from '~/api/schema.gen';

export const people = resource('people');

export type Person = RecordOf<'people'>;
export type Identity = components['schemas']['PersonIdentity'];
export type IdentifiedPerson = Person & Identity;

/** The version of a person from an ETag. */
const versionOf = (response: Response) => Number(response.headers.get('etag')?.replaceAll(/\D/g, ''));

const path = (id: string) => ({ path: { id } });

async function readIdentity(person: Person, signal?: AbortSignal): Promise<IdentifiedPerson> {
  const { data, error, response } = await client.GET('/api/v1/people/{id}/identity', {
    params: path(person.id),
    ...(signal && { signal }),
  });
  if (data === undefined) {
    throw apiErrorOf(response, error);
  }
  return { ...person, ...data, version: versionOf(response) };
}

async function replaceIdentity(person: Person, body: Identity): Promise<IdentifiedPerson> {
  const { data, error, response } = await client.PUT('/api/v1/people/{id}/identity', {
    params: { ...path(person.id), header: { 'If-Match': `"${person.version}"` } },
    body,
  });
  if (data === undefined) {
    throw apiErrorOf(response, error);
  }
  return { ...person, ...data, version: versionOf(response) };
}

/** Forgotten as soon as nobody looks at it. */
export function identityOf(person: Person) {
  return queryOptions({
    queryKey: ['people', 'identity', person.id],
    queryFn: ({ signal }) => readIdentity(person, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

/** A person as a form sees them whose fields are those of the identity. */
export function identities(person: Person): typeof people {
  return {
    ...people,
    detail: () => identityOf(person) as unknown as ReturnType<typeof people.detail>,
    replace: (_, body) => replaceIdentity(person, body as unknown as Identity),
  };
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bodyOf, client, type Query } from './client';
import type { components, paths } from './schema.gen';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Path<N extends string> = `/api/v1/${N}`;

/** The resources that are listed, made, changed and archived in the one way that the API has for all. */
export type ResourceName = {
  [P in keyof paths]: P extends Path<infer N> ? (`${P}/{id}` extends keyof paths ? N : never) : never;
}[keyof paths];

/** A record, what makes one, and what a list can be asked, as the document has them. */
export type RecordOf<N extends ResourceName> = paths[`${Path<N>}/{id}`] extends {
  put: { responses: { 200: infer Answer } };
}
  ? Json<Answer> & Head
  : Head;
export type DraftOf<N extends ResourceName> = paths[`${Path<N>}/{id}`] extends { put: { requestBody: infer Body } }
  ? Json<Body>
  : never;
export type QueryOf<N extends ResourceName> = paths[Path<N>] extends { get: { parameters: { query?: infer Asked } } }
  ? NonNullable<Asked>
  : never;

export type Head = { id: string; version: number; created_at: string; updated_at: string; archived_at?: string };
export type PageInfo = components['schemas']['PageInfo'];
export type Page<Item> = { items: Item[]; page: PageInfo };
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type AllowedTransition = components['schemas']['AllowedTransition'];
export type Move = { to: string; comment?: string; on?: string };

export type Resource<N extends ResourceName = ResourceName> = ReturnType<typeof resource<N>>;

/** The paths are put together here, so the document's types are put on by hand: once, for all resources. */
type Untyped = {
  request: (
    method: string,
    path: string,
    init: Record<string, unknown>,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
};

function send<T>(
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  init: Record<string, unknown> = {},
): Promise<T> {
  return bodyOf(
    (client as unknown as Untyped).request(method, `/api/v1/${path}`, init) as Promise<{
      data?: T;
      response: Response;
    }>,
  );
}

/** What the API sorts by the alphabet of each language; its plain name is the order of English. */
const alphabetical: Partial<Record<ResourceName, string>> = {
  agreements: 'title',
  'funding-programmes': 'name',
  'grant-projects': 'title',
  memoranda: 'title',
  partners: 'name',
  units: 'name',
};

export function inAlphabetOf(language: string, name: ResourceName, sort: string): string {
  const fields = sort.split(',');
  const own = (field: string) => language !== 'en' && field.replace(/^-/, '') === alphabetical[name];
  return fields.map(field => (own(field) ? `${field}.${language}` : field)).join(',');
}

const ifMatch = ({ version }: Head) => ({ 'If-Match': `"${version}"` });

/** Of one form's submission: pressed twice, it still makes one record. */
export function newKey(): string {
  return crypto.randomUUID();
}

export function resource<N extends ResourceName>(name: N) {
  type Item = RecordOf<N>;
  const detail = (id: string, query: Query = {}) =>
    queryOptions({
      queryKey: [name, 'one', id, query],
      queryFn: ({ signal }) => send<Item>('get', `${name}/${id}`, { params: { query }, signal }),
    });
  return {
    name,
    detail,
    list: (query: QueryOf<N>) =>
      queryOptions({
        queryKey: [name, 'list', query],
        queryFn: ({ signal }) => send<Page<Item>>('get', name, { params: { query }, signal }),
        placeholderData: keepPreviousData,
      }),
    history: (id: string) =>
      queryOptions({
        queryKey: [name, 'history', id],
        queryFn: ({ signal }) => send<{ items: HistoryEntry[] }>('get', `${name}/${id}/history`, { signal }),
      }),
    create: (body: DraftOf<N>, key: string) => send<Item>('post', name, { body, headers: { 'Idempotency-Key': key } }),
    replace: (current: Head, body: DraftOf<N>) =>
      send<Item>('put', `${name}/${current.id}`, { body, headers: ifMatch(current) }),
    archive: (current: Head) => send<undefined>('delete', `${name}/${current.id}`, { headers: ifMatch(current) }),
    restore: (current: Head) => send<Item>('post', `${name}/${current.id}/restore`, { headers: ifMatch(current) }),
    move: (current: Head, move: Move, key: string) =>
      send<Item>('post', `${name}/${current.id}/transitions`, {
        body: move,
        headers: { ...ifMatch(current), 'Idempotency-Key': key },
      }),
    /** Takes back the last move. */
    undo: (current: Head, key: string) =>
      send<Item>('post', `${name}/${current.id}/undo`, { headers: { ...ifMatch(current), 'Idempotency-Key': key } }),
  };
}

import createClient from 'openapi-fetch';
import { ApiError, apiErrorOf } from './problem';
import type { paths } from './schema.gen';
import { signInAgain } from './sign-in-again';

/** These are asked to find out whether there is a session. */
const SESSION = /\/api\/v1\/(auth\/session|me)$/;

/** Sends, and where the session has ended lets the user sign in again and sends once more. */
async function send(request: Request): Promise<Response> {
  request.headers.set('accept-language', document.documentElement.lang);
  const again = request.clone();
  const response = await fetch(request).catch((error: unknown) => {
    throw request.signal.aborted ? error : new ApiError(0);
  });
  if (response.status !== 401 || SESSION.test(new URL(request.url).pathname) || !(await signInAgain())) {
    return response;
  }
  return fetch(again).catch(() => {
    throw new ApiError(0);
  });
}

export type QueryValue = string | number | boolean | readonly (string | number | boolean)[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** Lists of values are joined by commas, as the API and our own addresses have them. */
export function queryString(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
    .join('&');
}

export const client = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
  credentials: 'same-origin',
  fetch: send,
  querySerializer: query => queryString(query as Query),
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; an error is thrown. */
export async function bodyOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw apiErrorOf(response, error);
  }
  return data as T;
}

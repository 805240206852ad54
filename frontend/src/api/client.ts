import type { Client } from 'openapi-fetch';
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

type Init = {
  params?: { path?: Record<string, unknown>; query?: Query; header?: Record<string, string> };
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** A file is handed on as it comes; all else is JSON. */
  parseAs?: 'stream';
};

async function request(method: string, path: string, init: Init = {}): Promise<Answer<unknown>> {
  const { params, body, signal, parseAs } = init;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.path?.[name])));
  const query = queryString(params?.query ?? {});
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...params?.header,
    ...init.headers,
  };
  const url = new URL(query === '' ? address : `${address}?${query}`, location.origin);
  const whole = { method, headers, credentials: 'same-origin', ...(signal && { signal }) } as const;
  const response = await send(new Request(url, body === undefined ? whole : { ...whole, body: JSON.stringify(body) }));
  if (response.ok && parseAs === 'stream') {
    return { data: response.body, response };
  }
  const text = await response.text();
  return response.ok
    ? { data: text === '' ? undefined : JSON.parse(text), response }
    : { error: jsonOf(text), response };
}

/** Of an error even what is no JSON says something. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const on =
  (method: string) =>
  (path: string, init?: Init): Promise<Answer<unknown>> =>
    request(method.toUpperCase(), path, init);

/** The types are the library's, over the document; its own run time would be a fiftieth of the shell. */
export const client = {
  request: (method: string, path: string, init?: Init) => request(method.toUpperCase(), path, init),
  GET: on('get'),
  POST: on('post'),
  PUT: on('put'),
  PATCH: on('patch'),
  DELETE: on('delete'),
} as unknown as Client<paths>;

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; an error is thrown. */
export async function bodyOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw apiErrorOf(response, error);
  }
  return data as T;
}

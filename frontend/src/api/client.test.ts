import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bodyOf, client, queryString } from './client';
import { ApiError, fieldFaults } from './problem';
import { shouldRetry } from './query-client';
import { resource } from './resource';
import { offerSignIn } from './sign-in-again';

const problem = (status: number, code: string, more = {}) =>
  new Response(
    JSON.stringify({ type: 'x', title: 'T', status, detail: 'D', instance: '/', code, request_id: 'r-1', ...more }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '7' },
    },
  );
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

const sent: Request[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    return Promise.resolve((answers.shift() ?? (() => json({})))());
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers = [];
});

const me = () => bodyOf(client.GET('/api/v1/institutions', {}));

it('throws a problem with its code, request and faults by field', async () => {
  answers = [
    () =>
      problem(422, 'validation_failed', {
        errors: [{ pointer: '/contacts/0/email', code: 'pattern', detail: 'no address' }],
      }),
  ];
  const error = await me().catch((it: unknown) => it);
  expect(error).toBeInstanceOf(ApiError);
  const failure = error as ApiError;
  expect([failure.status, failure.code, failure.problem?.request_id, failure.retryAfter]).toEqual([
    422,
    'validation_failed',
    'r-1',
    7,
  ]);
  expect(fieldFaults(failure)).toEqual([{ name: 'contacts.0.email', code: 'pattern', detail: 'no address' }]);
});

it('tells a network that is down from a server that refuses', async () => {
  answers = [() => Promise.reject(new TypeError('failed'))];
  const error = (await me().catch((it: unknown) => it)) as ApiError;
  expect([error.status, error.code]).toEqual([0, 'offline']);
  answers = [() => new Response('<html>', { status: 502 })];
  expect(((await me().catch((it: unknown) => it)) as ApiError).code).toBe('internal');
});

it('signs in again once for requests that fail together, and sends them once more with their bodies', async () => {
  const dialog = vi.fn(() => Promise.resolve(true));
  const takeAway = offerSignIn(dialog);
  answers = [
    () => problem(401, 'unauthenticated'),
    () => problem(401, 'unauthenticated'),
    () => json({ a: 1 }),
    () => json({ b: 2 }),
  ];
  const partner = { names: { en: 'X' }, kind: 'university', country: 'DE' } as const;
  await Promise.all([resource('partners').create(partner, 'key-1'), me()]);
  takeAway();
  expect(dialog).toHaveBeenCalledTimes(1);
  const bodies = await Promise.all(sent.filter(it => it.method === 'POST').map(it => it.text()));
  expect(bodies).toEqual([JSON.stringify(partner), JSON.stringify(partner)]);
});

it('gives the 401 back when nobody signs in', async () => {
  answers = [() => problem(401, 'unauthenticated')];
  expect(((await me().catch((it: unknown) => it)) as ApiError).status).toBe(401);
});

it('bases a change on the version, and a creation on its key', async () => {
  const head = { id: 'i', version: 7, created_at: '', updated_at: '' };
  await resource('agreements').move(head, { to: 'review' }, 'key-2');
  const [request] = sent;
  expect([request?.method, request?.headers.get('if-match'), request?.headers.get('idempotency-key')]).toEqual([
    'POST',
    '"7"',
    'key-2',
  ]);
  expect(request?.url).toContain('/api/v1/agreements/i/transitions');
});

it('writes lists with commas and leaves out what is not asked', () => {
  expect(queryString({ stage: ['draft', 'review'], 'ends_on[lte]': '2026-12-31', q: 'oʻ&a', cursor: undefined })).toBe(
    'stage=draft,review&ends_on[lte]=2026-12-31&q=o%CA%BB%26a',
  );
});

it('repeats what may pass, never a refusal', () => {
  expect([0, 500, 503].map(status => shouldRetry(0, new ApiError(status)))).toEqual([true, true, true]);
  expect([400, 401, 403, 404, 409, 412, 422, 428, 429].some(status => shouldRetry(0, new ApiError(status)))).toBe(
    false,
  );
  expect(shouldRetry(2, new ApiError(500))).toBe(false);
});

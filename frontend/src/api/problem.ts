import type { components } from './schema.gen';

export type Problem = components['schemas']['Problem'];

/** Thrown for every answer that is an error, and for no answer at all (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  /** Seconds to wait, after 429 and 503. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem?: Problem, retryAfter?: number) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): string {
    return this.problem?.code ?? (this.status === 0 ? 'offline' : 'internal');
  }
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0);
}

export function apiErrorOf(response: Response, body: unknown): ApiError {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(
    response.status,
    isProblem(body) ? body : undefined,
    Number.isNaN(retryAfter) ? undefined : retryAfter,
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'request_id' in body;
}

export type FieldFault = { name: string; code: string; detail: string };

/** The faults of single fields, by the names that forms use: `/contacts/0/email` is `contacts.0.email`. */
export function fieldFaults(error: ApiError): FieldFault[] {
  return (error.problem?.errors ?? []).map(({ pointer, code, detail }) => ({ name: fieldName(pointer), code, detail }));
}

export function fieldName(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

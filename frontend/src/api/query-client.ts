import { QueryClient } from '@tanstack/react-query';
import { asApiError } from './problem';

const RETRIES = 2;
/** Who must wait longer is told so, and decides. */
const LONGEST_WAIT = 5;

/** A refusal stays one however often it is asked; a fault of the server or the network may pass. */
export function shouldRetry(failures: number, error: unknown): boolean {
  const { status, retryAfter = 0 } = asApiError(error);
  return failures < RETRIES && (status === 0 || status >= 500) && retryAfter <= LONGEST_WAIT;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldRetry,
        retryDelay: (attempt, error) => (asApiError(error).retryAfter ?? 2 ** attempt * 0.5) * 1000,
        staleTime: 20_000,
        // What a browser believes about its network is often wrong: asking tells, and failing is told.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false },
    },
  });
}

import { asApiError } from '~/api/problem';
import { type T, useCommonT, useFormats } from '~/i18n/i18n';
import { Failure } from './states';

/** Our words for what the server cannot say, its own words for the rest: they come in the reader's language. */
export function problemText(
  error: unknown,
  t: T,
  number: (value: number) => string,
): { title: string; detail: string } {
  const { status, problem, retryAfter } = asApiError(error);
  if (status === 0) {
    return { title: t('error.offline.title'), detail: t('error.offline.detail') };
  }
  if (status === 429) {
    return { title: t('error.busy.title'), detail: t('error.busy.detail', { seconds: number(retryAfter ?? 60) }) };
  }
  if (problem === undefined || status >= 500) {
    return { title: t('error.server.title'), detail: t('error.server.detail') };
  }
  return { title: problem.title, detail: problem.detail };
}

export function ProblemState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useCommonT();
  const { number } = useFormats();
  const { status, problem } = asApiError(error);
  const again = status === 0 || status === 429 || status >= 500;
  return (
    <Failure {...problemText(error, t, number)} requestId={problem?.request_id} onRetry={again ? onRetry : undefined} />
  );
}

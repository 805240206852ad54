import { asApiError } from '~/api/problem';
import { type T, useCommonT, useFormats } from '~/i18n/i18n';
import { Button } from './button';
import { Failure, Notice } from './states';

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
  if (status === 429 || (status === 503 && retryAfter !== undefined)) {
    const title = t(status === 429 ? 'error.busy.title' : 'error.overloaded.title');
    return { title, detail: t('error.busy.detail', { seconds: number(retryAfter ?? 60) }) };
  }
  if (problem === undefined || status >= 500) {
    return { title: t('error.server.title'), detail: t('error.server.detail') };
  }
  return { title: problem.title, detail: problem.detail };
}

/** The same in one line, for a toast: what a refusal says of itself, or our words and the number to ask for help with. */
export function problemLine(error: unknown, t: T, number: (value: number) => string): string {
  const { status, problem } = asApiError(error);
  const { title, detail } = problemText(error, t, number);
  if (status >= 400 && status < 500 && status !== 429) {
    return detail;
  }
  const request = problem && status >= 500 ? t('error.request', { id: problem.request_id }) : '';
  return [`${title}.`, detail, request].filter(Boolean).join(' ');
}

/** Above what is shown already and could not be brought up to date. */
export function StaleNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useCommonT();
  const { number } = useFormats();
  return (
    <Notice tone="note">
      <p>{t('error.stale', { reason: problemLine(error, t, number) })}</p>
      <div>
        <Button look="plain" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </div>
    </Notice>
  );
}

export function ProblemState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useCommonT();
  const { number } = useFormats();
  const { status, problem } = asApiError(error);
  const again = status === 0 || status === 401 || status === 429 || status >= 500;
  return (
    <Failure {...problemText(error, t, number)} requestId={problem?.request_id} onRetry={again ? onRetry : undefined} />
  );
}

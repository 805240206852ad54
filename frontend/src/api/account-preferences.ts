import type { QueryClient } from '@tanstack/react-query';
import { adoptChoice, type Choice, leaveAccount } from '~/lib/preferences';
import { type MeChange, me, updateMe } from './session';

/** Language and appearance follow whoever is signed in, and what they choose goes to their account. */
export function followAccount(queries: QueryClient): void {
  const hash = JSON.stringify(me.queryKey);
  let asked = 0;
  const keep = async (change: Choice) => {
    asked += 1;
    const turn = asked;
    const body: MeChange = {
      ...('language' in change && { language: change.language ?? null }),
      ...('theme' in change && { theme: change.theme ?? null }),
    };
    // What cannot be kept now holds on this page all the same.
    const answer = await updateMe(body).catch(() => undefined);
    if (answer !== undefined && turn === asked) {
      queries.setQueryData(me.queryKey, answer);
    }
  };
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (query.queryHash !== hash) {
      return;
    }
    if (type === 'removed') {
      leaveAccount();
      return;
    }
    const user = queries.getQueryData(me.queryKey)?.user;
    if (type === 'updated' && user !== undefined) {
      adoptChoice({ language: languageOf(user.language), theme: user.theme }, change => void keep(change));
    }
  });
}

/** The application has no Cyrillic Uzbek of its own. */
function languageOf(language: string | undefined): Choice['language'] {
  const spoken = language?.slice(0, 2);
  return spoken === 'uz' || spoken === 'ru' || spoken === 'en' || spoken === 'tg' ? spoken : undefined;
}

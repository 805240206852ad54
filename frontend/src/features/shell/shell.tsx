import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useMay } from '~/entities/session';
import { useCommonT } from '~/i18n/i18n';
import { ForbiddenPage } from './error-pages';
import { Rail } from './rail';
import { sections } from './sections';
import styles from './shell.module.css';
import { SignInAgain } from './sign-in-again';
import { useShortcuts } from './use-shortcuts';

const Palette = lazy(() => import('./palette').then(({ Palette }) => ({ default: Palette })));
const HelpSheet = lazy(() => import('./help-sheet').then(({ HelpSheet }) => ({ default: HelpSheet })));

/** What stands around every page of the office. */
export function Shell() {
  const t = useCommonT();
  const [over, setOver] = useState<'palette' | 'help'>();
  const close = useCallback(() => setOver(undefined), []);
  useShortcuts(setOver);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Rail onPalette={() => setOver('palette')} onHelp={() => setOver('help')} />
      <main className={styles.main} id="content" tabIndex={-1}>
        <Suspense>
          <Page />
        </Suspense>
      </main>
      <Suspense>
        {over === 'palette' && <Palette onClose={close} />}
        {over === 'help' && <HelpSheet onClose={close} />}
      </Suspense>
      <SignInAgain />
    </div>
  );
}

/** What the user's role has no right to is told before anything is asked. */
function Page() {
  const may = useMay();
  const path = useRouterState({ select: state => state.location.pathname });
  const section = sections.find(({ to }) => (to === '/' ? path === '/' : path.startsWith(to)));
  const needed = section?.create?.to === path ? section.create.needs : section?.needs;
  return needed === undefined || may(needed) ? <Outlet /> : <ForbiddenPage home={path === '/'} />;
}

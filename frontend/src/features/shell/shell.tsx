import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useCommonT } from '~/i18n/i18n';
import { Rail } from './rail';
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
          <Outlet />
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

import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { signOut } from '~/api/session';
import { RecordText } from '~/entities/record-text';
import { useMay, useMe } from '~/entities/session';
import { useCommonT } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { sections } from './sections';
import { LanguageChoice, ThemeChoice } from './settings';
import styles from './shell.module.css';

/** A rail of words. On a phone it folds behind a button. */
export function Rail({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const t = useCommonT();
  const may = useMay();
  const { institution, user, role, demo } = useMe();
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.rail} data-open={open}>
      <p className={styles.institution}>
        <RecordText of={institution.names} />
        {demo && <span className={styles.demo}>{t('user.demo')}</span>}
      </p>
      <div className={styles.menu}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('nav.menu')}
        </Button>
      </div>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <ul>
          {sections
            .filter(({ needs }) => may(needs))
            .map(({ name, to }) => (
              <li key={name}>
                <Link
                  to={to}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  onClick={() => setOpen(false)}
                >
                  {t(`nav.${name}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className={styles.foot}>
        <button type="button" className={styles.quiet} onClick={onPalette}>
          {t('palette.title')} <kbd>Ctrl K</kbd>
        </button>
        <button type="button" className={styles.quiet} onClick={onHelp}>
          {t('shortcuts.help')} <kbd>?</kbd>
        </button>
        <LanguageChoice />
        <ThemeChoice />
        <p>
          {user.name}, {t(`user.role.${role}`).toLowerCase()}
        </p>
        <Link to="/settings" className={styles.quiet} onClick={() => setOpen(false)}>
          {t('nav.settings')}
        </Link>
        <SignOut />
      </div>
    </header>
  );
}

function SignOut() {
  const t = useCommonT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    // Whatever the server says, this browser forgets what it showed.
    await signOut().catch(() => undefined);
    await navigate({ to: '/sign-in' });
    queries.clear();
  };
  return (
    <button type="button" className={styles.quiet} onClick={() => void leave()}>
      {t('action.sign_out')}
    </button>
  );
}

import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '~/entities/session';
import { Tabs, tabClass } from '~/ui/card';
import styles from './settings.module.css';
import { useT } from './t';

/** The parts of the settings, each for those who may see it, above the one that is open. */
export function SettingsPage({ children }: { children: ReactNode }) {
  const t = useT();
  const may = useMay();
  const part = (to: NonNullable<LinkProps['to']>, label: string) => (
    <Link className={tabClass} to={to} activeOptions={{ includeSearch: false }}>
      {label}
    </Link>
  );
  return (
    <>
      <div className={styles.parts}>
        <Tabs label={t('nav.settings')}>
          {part('/settings/account', t('part.account'))}
          {may('staff') && part('/settings/institution', t('part.institution'))}
          {may('staff') && part('/settings/units', t('part.units'))}
          {may('admin') && part('/settings/users', t('part.users'))}
        </Tabs>
      </div>
      {children}
    </>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { focusTitle } from '~/lib/focus';
import styles from './page.module.css';

type HeadProps = {
  title: string;
  /** Of the title, where it is not the page's. */
  lang?: string | undefined;
  overline?: ReactNode;
  meta?: ReactNode;
  children?: ReactNode;
};

/** The title of the page, in the tab of the browser too; children are its actions. */
export function PageHead({ title, lang, overline, meta, children }: HeadProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Hamkor`;
    focusTitle(ref.current);
  }, [title]);
  return (
    <header className={styles.head}>
      {overline && <p className={styles.overline}>{overline}</p>}
      <h1 ref={ref} tabIndex={-1} lang={lang}>
        {title}
      </h1>
      {meta && <p className={styles.meta}>{meta}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </header>
  );
}

export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

export function Section({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

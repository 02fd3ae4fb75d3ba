import { Link, type LinkProps } from '@tanstack/react-router';
import { createContext, use, useLayoutEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './page-frame.module.css';

export interface Crumb {
  label: string;
  link: LinkProps;
}

/** What the page tells the top bar. */
export interface FrameInfo {
  title: string;
  crumbs: readonly Crumb[];
  asOf: boolean;
}

interface Frame {
  show: (info: FrameInfo) => void;
  /** Where the page's own buttons go, in the top bar. */
  slot: HTMLElement | null;
}

export const FrameContext = createContext<Frame>({ show: () => undefined, slot: null });

interface Props {
  /** The page's name: in the top bar and in the browser's tab. */
  title: string;
  crumbs?: readonly Crumb[];
  /** The page depends on a day: the as-of control stands in the top bar. */
  asOf?: boolean;
  /** Buttons in the top bar. */
  actions?: ReactNode;
  /**
   * `page` has the usual margins and width; `wide` the margins only; `full` none, for an editor; `window` is as high as
   * the window and scrolls inside: what draws only the part on screen needs it.
   */
  width?: 'page' | 'wide' | 'full' | 'window';
  /** For pages that draw no h1 of their own: one for screen readers. */
  hiddenHeading?: boolean;
  /** Beside the main column at the right, below it on narrow screens. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Every page's outermost element. Write the h1 with {@link PageHead}, or ask for a hidden one. */
export function PageFrame({ title, crumbs = none, asOf = false, actions, width = 'page', hiddenHeading, aside, children }: Props) {
  const { show, slot } = use(FrameContext);
  const path = crumbs.map((crumb) => crumb.label).join(' / ');
  useLayoutEffect(() => {
    show({ title, crumbs, asOf });
    document.title = `${title} · Caseboard`;
    // Crumbs are written in place by pages: their words, not their identity, count.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [show, title, path, asOf]);
  return (
    <>
      {actions && slot && createPortal(actions, slot)}
      <div className={`${styles[width]} ${aside ? styles.withAside : ''}`} data-window={width === 'window' || undefined}>
        {hiddenHeading && <h1 className={styles.hidden}>{title}</h1>}
        {aside ? <div className={styles.main}>{children}</div> : children}
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </div>
    </>
  );
}

interface HeadProps {
  title: ReactNode;
  /** One sentence below it. */
  children?: ReactNode;
  /** Tags beside the title. */
  beside?: ReactNode;
  actions?: ReactNode;
}

/** The page's h1, a sentence, and its buttons at the right. */
export function PageHead({ title, children, beside, actions }: HeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <div className={styles.titleLine}>
          <h1>{title}</h1>
          {beside}
        </div>
        {children && <div className={styles.lead}>{children}</div>}
      </div>
      {actions && <div className={styles.headActions}>{actions}</div>}
    </header>
  );
}

interface SectionProps {
  title: ReactNode;
  count?: number;
  /** At the right of the title: a link, a legend, a note. */
  beside?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own h2. */
export function Section({ title, count, beside, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <h2>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {beside && <div className={styles.sectionBeside}>{beside}</div>}
      </header>
      {children}
    </section>
  );
}

/** A link in running text. */
export function TextLink({ children, ...link }: LinkProps & { children: ReactNode }) {
  return (
    <Link {...(link as LinkProps)} className={styles.textLink}>
      {children}
    </Link>
  );
}

const none: readonly Crumb[] = [];

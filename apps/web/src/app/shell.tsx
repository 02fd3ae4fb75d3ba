import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { ProblemError } from '../platform/api';
import { useOnline } from '../platform/connection';
import { useDays } from '../platform/day-text';
import { Redirect } from '../platform/redirect';
import { SessionProvider, useSession, useSessionQuery } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { ErrorNote } from '../ui/note';
import { FrameContext, type FrameInfo } from '../ui/page-frame';
import { Sidebar, TabBar } from './sidebar';
import { TopBar } from './top-bar';
import styles from './shell.module.css';

/** Loaded when first opened: the first screen need not wait for it. */
const Palette = lazy(() => import('./palette'));

const words = defineWords(
  {
    skip: 'Skip to the content',
    notices: 'Notices',
    fixed: 'Today is fixed to {day}. For demos and tests only.',
    offline: 'No connection. What you write stays on this page; it is saved once you are back and save again.',
  },
  {
    skip: '跳到正文',
    notices: '提示',
    fixed: '今天已固定为 {day}，仅用于演示和测试。',
    offline: '没有网络连接。您填写的内容会留在此页，恢复后请再次保存。',
  },
);

/** The frame of every page for signed-in people; others are sent to the sign-in page and back. */
export function Shell() {
  const query = useSessionQuery();
  if (query.data) {
    return (
      <SessionProvider session={query.data}>
        <Frame />
      </SessionProvider>
    );
  }
  if (query.error instanceof ProblemError && query.error.status === 401) {
    return <Redirect href={toSignIn} />;
  }
  if (query.error) {
    return (
      <main className={styles.alone}>
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      </main>
    );
  }
  return null;
}

function toSignIn(wanted: string): string {
  return wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`;
}

function Frame() {
  const say = useWords(words);
  const [info, setInfo] = useState<FrameInfo | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [finding, setFinding] = useState(false);
  const rail = useMatches({ select: (matches) => matches.some((match) => match.staticData.rail) });
  const frame = useMemo(() => ({ show: setInfo, slot }), [slot]);
  const main = useFocusOnNavigation();
  useShortcut('k', () => setFinding(true));
  return (
    <FrameContext value={frame}>
      <div className={rail ? `${styles.app} ${styles.narrow}` : styles.app}>
        <a className={styles.skip} href="#content">
          {say('skip')}
        </a>
        <Sidebar rail={rail} onFind={() => setFinding(true)} />
        <div className={styles.page}>
          <Banners />
          <TopBar info={info} slotRef={setSlot} onFind={() => setFinding(true)} />
          <main ref={main} id="content" tabIndex={-1} className={styles.main}>
            <Outlet />
          </main>
        </div>
        <TabBar onFind={() => setFinding(true)} />
        {finding && (
          <Suspense>
            <Palette onClose={() => setFinding(false)} />
          </Suspense>
        )}
      </div>
    </FrameContext>
  );
}

function Banners() {
  const say = useWords(words);
  const { day } = useDays();
  const online = useOnline();
  const { todayIsFixed, today } = useSession();
  if (!todayIsFixed && online) return null;
  return (
    <section aria-label={say('notices')}>
      {todayIsFixed && <p className={styles.banner}>{say('fixed', { day: day(today, 'full') })}</p>}
      {!online && (
        <p className={`${styles.banner} ${styles.offline}`} role="status">
          {say('offline')}
        </p>
      )}
    </section>
  );
}

/** A new page is announced by moving focus to it; the first one leaves focus where the browser put it. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** Ctrl or ⌘ with a letter, wherever the focus is. */
function useShortcut(letter: string, act: () => void) {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== letter) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  });
}

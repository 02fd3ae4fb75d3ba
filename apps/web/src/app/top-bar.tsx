import { Link } from '@tanstack/react-router';
import { defineWords, useWords } from '../platform/words';
import { IconButton } from '../ui/button';
import type { FrameInfo } from '../ui/page-frame';
import { AsOfControl } from './as-of-control';
import { Bell } from './bell';
import styles from './top-bar.module.css';

const words = defineWords({ path: 'Where you are', search: 'Search' }, { path: '当前位置', search: '搜索' });

/** The page's name, its buttons, and the day it is about. */
export function TopBar({
  info,
  slotRef,
  onFind,
}: {
  info: FrameInfo | null;
  slotRef: (element: HTMLElement | null) => void;
  onFind: () => void;
}) {
  const say = useWords(words);
  return (
    <header className={styles.bar}>
      <nav aria-label={say('path')} className={styles.path}>
        {info?.crumbs.map((crumb) => (
          <span key={crumb.label} className={styles.crumb}>
            <Link {...crumb.link}>{crumb.label}</Link>
            <span aria-hidden>/</span>
          </span>
        ))}
        <span className={styles.title} aria-current="page" title={info?.title}>
          {info?.title}
        </span>
      </nav>
      <div ref={slotRef} className={styles.slot} />
      {info?.asOf && <AsOfControl />}
      <Bell />
      <span className={styles.find}>
        <IconButton icon="search" label={say('search')} onClick={onFind} />
      </span>
    </header>
  );
}

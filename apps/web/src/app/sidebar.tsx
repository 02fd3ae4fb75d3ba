import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Dialog } from '../ui/dialog';
import { Hint } from '../ui/hint';
import { Icon } from '../ui/icon';
import { Shortcut } from '../ui/tag';
import { Logo } from '../ui/logo';
import { administration, navigationWords, useDestinations, type Destination } from './navigation';
import { PersonMenu } from './person-menu';
import styles from './sidebar.module.css';

const words = defineWords({ search: 'Search', home: 'Caseboard, Home' }, { search: '搜索', home: 'Caseboard 首页' });

/** The pages, the search, the person. A rail of pictures where a page needs the width, and below 1180. */
export function Sidebar({ rail, onFind }: { rail: boolean; onFind: () => void }) {
  const say = useWords(words);
  const name = useWords(navigationWords);
  const may = useMay();
  const shown = useDestinations();
  return (
    <div className={`${styles.side} ${rail ? styles.rail : ''}`}>
      <nav aria-label={name('main')} className={styles.list}>
        <Link to="/" className={styles.brand} aria-label={say('home')}>
          <Logo />
          <span className={styles.text}>Caseboard</span>
        </Link>
        <button type="button" className={styles.find} onClick={onFind} aria-label={say('search')}>
          <Icon name="search" />
          <span className={styles.text}>{say('search')}</span>
          <span className={styles.keys}>
            <Shortcut keys="mod+k" />
          </span>
        </button>
        {shown.map((entry) => (
          <Entry key={entry.to} {...entry} />
        ))}
      </nav>
      <nav aria-label={name('administration')} className={`${styles.list} ${styles.end}`}>
        {administration
          .filter((entry) => may(entry.needs))
          .map((entry) => (
            <Entry key={entry.to} {...entry} />
          ))}
        <PersonMenu rail={rail} />
      </nav>
    </div>
  );
}

function Entry({ to, name, icon, within = [] }: Destination) {
  const say = useWords(navigationWords);
  const isWithin = useLocation({ select: ({ pathname }) => within.some((path) => pathname.startsWith(path)) });
  return (
    <Hint text={say(name)}>
      <Link
        to={to}
        className={styles.entry}
        aria-label={say(name)}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        aria-current={isWithin ? 'page' : undefined}
      >
        <Icon name={icon} />
        <span className={styles.text}>{say(name)}</span>
      </Link>
    </Hint>
  );
}

/** The phone's navigation: four pages, and a sheet with the others. */
export function TabBar({ onFind }: { onFind: () => void }) {
  const say = useWords(words);
  const name = useWords(navigationWords);
  const may = useMay();
  const [open, setOpen] = useState(false);
  const shown = useDestinations();
  return (
    <nav className={styles.tabBar} aria-label={name('main')}>
      {shown.slice(0, 4).map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          activeOptions={{ exact: entry.to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon name={entry.icon} size={20} />
          <span>{name(entry.name)}</span>
        </Link>
      ))}
      <button type="button" onClick={() => setOpen(true)} aria-expanded={open}>
        <Icon name="menu" size={20} />
        <span>{name('more')}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={name('more')}>
        <div className={styles.sheet}>
          <button type="button" onClick={() => (setOpen(false), onFind())}>
            <Icon name="search" />
            {say('search')}
          </button>
          {[...shown.slice(4), ...administration.filter((entry) => may(entry.needs))].map((entry) => (
            <Link key={entry.to} to={entry.to} onClick={() => setOpen(false)}>
              <Icon name={entry.icon} />
              {name(entry.name)}
            </Link>
          ))}
          <Link to="/account" onClick={() => setOpen(false)}>
            <Icon name="person" />
            {name('account')}
          </Link>
        </div>
      </Dialog>
    </nav>
  );
}

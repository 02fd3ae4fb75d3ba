import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { defineWords, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState, ErrorNote } from '../ui/note';
import styles from './lost-pages.module.css';

const words = defineWords(
  {
    lostTitle: 'There is nothing at this address',
    lost: 'The link may be old, or what it led to was removed.',
    home: 'Go to Home',
    search: 'See all studies',
    crashTitle: 'This page stopped',
    crash: 'What you saved is safe. Try again, or go on elsewhere.',
    again: 'Try again',
  },
  {
    lostTitle: '此地址没有内容',
    lost: '链接可能已过期，或所指内容已被移除。',
    home: '回到首页',
    search: '查看全部案例',
    crashTitle: '此页面已停止运行',
    crash: '已保存的内容不受影响。请重试，或前往其他页面。',
    again: '重试',
  },
);

export function NotFoundPage() {
  const say = useWords(words);
  return (
    <div className={styles.lost}>
      <EmptyState
        title={
          <span role="heading" aria-level={1}>
            {say('lostTitle')}
          </span>
        }
        actions={
          <>
            <ButtonLink to="/" look="strong">
              {say('home')}
            </ButtonLink>
            <ButtonLink to="/studies">{say('search')}</ButtonLink>
          </>
        }
      >
        {say('lost')}
      </EmptyState>
    </div>
  );
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const say = useWords(words);
  return (
    <div className={styles.lost}>
      <h1>{say('crashTitle')}</h1>
      <p>{say('crash')}</p>
      <ErrorNote error={error} />
      <p className={styles.actions}>
        <Button look="strong" onClick={reset}>
          {say('again')}
        </Button>
        <Link to="/">{say('home')}</Link>
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useChooseLanguage } from '../platform/language';
import { Logo } from '../ui/logo';
import { useStartState } from '../platform/session';
import { useDays } from '../platform/day-text';
import { defineWords, useLanguage, useWords, type Language } from '../platform/words';
import styles from './outside.module.css';

const words = defineWords({ language: 'Language', fixed: 'Today is fixed to {day}.' }, { language: '语言', fixed: '今天已固定为 {day}。' });

/** The page around signing in, setting up and joining: the name, one card, the language. */
export function Outside({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const say = useWords(words);
  const { day } = useDays();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { data: start } = useStartState();
  return (
    <div className={styles.outside}>
      <title>{`${title} · Caseboard`}</title>
      <main className={styles.card}>
        <p className={styles.brand}>
          <Logo size={24} /> Caseboard
        </p>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.foot}>
        <div role="group" aria-label={say('language')}>
          {(['en', 'zh'] as const).map((one: Language) => (
            <button
              key={one}
              type="button"
              lang={one === 'zh' ? 'zh-CN' : 'en'}
              aria-pressed={one === language}
              onClick={() => choose(one)}
            >
              {one === 'zh' ? '中文' : 'English'}
            </button>
          ))}
        </div>
        {start?.todayIsFixed && <p>{say('fixed', { day: day(start.today, 'full') })}</p>}
        {start && <p>{start.version}</p>}
      </footer>
    </div>
  );
}

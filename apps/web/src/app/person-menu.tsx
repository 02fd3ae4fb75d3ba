import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Session } from '@caseboard/contracts';
import { patch, remove } from '../platform/api';
import { applyTheme, type Theme } from '../platform/preferences';
import { sessionKey, useSession } from '../platform/session';
import { defineWords, useWords, type Language } from '../platform/words';
import { Menu } from '../ui/popover';
import { Avatar } from '../ui/tag';
import { navigationWords } from './navigation';
import styles from './person-menu.module.css';

const words = defineWords(
  {
    menu: 'Your menu, {name}',
    language: 'Language',
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    signOut: 'Sign out',
  },
  { menu: '个人菜单，{name}', language: '语言', theme: '主题', system: '跟随系统', light: '浅色', dark: '深色', signOut: '退出登录' },
);

/** Language, theme, account, sign out. Each choice takes effect at once and is kept for the person. */
export function PersonMenu({ rail }: { rail: boolean }) {
  const say = useWords(words);
  const name = useWords(navigationWords);
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: (part: { language?: Language; theme?: Theme }) => patch('/api/me', part),
    onMutate: (part) => {
      if (part.theme) applyTheme(part.theme);
      client.setQueryData<Session>(sessionKey, (old) => old && { ...old, person: { ...old.person, ...part } });
    },
    // What the API words itself (problems, messages) comes again in the new language.
    onSettled: () => client.invalidateQueries(),
  });
  const signOut = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: async () => {
      await navigate({ to: '/sign-in', search: { asOf: undefined } });
      client.clear();
    },
  });
  const themeEntry = (theme: Theme) => ({ label: say(theme), chosen: person.theme === theme, onClick: () => change.mutate({ theme }) });
  return (
    <Menu
      position="top-start"
      width={220}
      target={
        <button type="button" className={`${styles.me} ${rail ? styles.rail : ''}`} aria-label={say('menu', { name: person.name })}>
          <Avatar name={person.name} />
          <span className={styles.name}>{person.name}</span>
        </button>
      }
      entries={[
        { heading: say('language') },
        { label: 'English', chosen: person.language === 'en', onClick: () => change.mutate({ language: 'en' }) },
        { label: '中文', chosen: person.language === 'zh', onClick: () => change.mutate({ language: 'zh' }) },
        'line',
        { heading: say('theme') },
        themeEntry('system'),
        themeEntry('light'),
        themeEntry('dark'),
        'line',
        { label: name('account'), icon: 'person', onClick: () => void navigate({ to: '/account' }) },
        { label: say('signOut'), icon: 'leave', onClick: () => signOut.mutate() },
      ]}
    />
  );
}

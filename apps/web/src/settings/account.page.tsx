import { roleMeanings, roleWords } from '@caseboard/wording';
import { CalendarFeedSection } from '../notifications/calendar-feed';
import { MyNotificationsSection } from '../notifications/my-notifications';
import { useSession } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { PageFrame, PageHead, Section } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { SessionsTable } from './sessions-table';
import { TokensTable } from './tokens-table';
import styles from './settings.module.css';

const words = defineWords(
  {
    title: 'Your account',
    profile: 'You',
    password: 'Password',
    sessions: 'Where you are signed in',
    tokens: 'Tokens for programs',
    tokensHelp: 'A token lets a script or a spreadsheet read and write as you. It is shown once; keep it like a password.',
  },
  {
    title: '我的账户',
    profile: '个人信息',
    password: '密码',
    sessions: '登录情况',
    tokens: '程序令牌',
    tokensHelp: '令牌可让脚本或表格以您的身份读写。令牌只显示一次，请像密码一样保管。',
  },
);

export function Page() {
  const say = useWords(words);
  const language = useLanguage();
  const { person } = useSession();
  return (
    <PageFrame title={say('title')}>
      <PageHead title={person.name} beside={<Tag outlined>{roleWords[language][person.role]}</Tag>}>
        {person.email} · {roleMeanings[language][person.role]}
      </PageHead>
      <div className={styles.sections}>
        <Section title={say('profile')}>
          <ProfileForm key={person.name} name={person.name} />
        </Section>
        <Section title={say('password')}>
          <PasswordForm email={person.email} />
        </Section>
        <MyNotificationsSection />
        <CalendarFeedSection />
        <Section title={say('sessions')}>
          <SessionsTable label={say('sessions')} />
        </Section>
        <Section title={say('tokens')}>
          <p className={styles.help}>{say('tokensHelp')}</p>
          <TokensTable label={say('tokens')} />
        </Section>
      </div>
    </PageFrame>
  );
}

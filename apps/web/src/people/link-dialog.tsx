import { useDays } from '../platform/day-text';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import type { HandedLink } from './people.queries';
import styles from './people.module.css';

const words = defineWords(
  {
    title: 'A link for {name}',
    text: 'Send it to {email}. It works once and is shown only here.',
    address: 'The link',
    expires: 'Works until {when}',
    done: 'Done',
  },
  {
    title: '{name} 的链接',
    text: '请发送给 {email}。链接只能使用一次，且只在此处显示。',
    address: '链接',
    expires: '有效至 {when}',
    done: '完成',
  },
);

/** Shown once: the address an invited person chooses their password at. */
export function LinkDialog({ link, onClose }: { link: HandedLink | null; onClose: () => void }) {
  const say = useWords(words);
  const days = useDays();
  if (!link) return null;
  return (
    <Dialog
      open
      stubborn
      onClose={onClose}
      title={say('title', { name: link.person.name })}
      actions={
        <Button look="strong" onClick={onClose}>
          {say('done')}
        </Button>
      }
    >
      <p>{say('text', { email: link.person.email })}</p>
      <div className={styles.link}>
        <input readOnly value={link.link} aria-label={say('address')} onFocus={(event) => event.target.select()} />
        <CopyButton text={link.link} />
      </div>
      <p className={styles.expires}>{say('expires', { when: days.moment(link.expiresAt) })}</p>
    </Dialog>
  );
}

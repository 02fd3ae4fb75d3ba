import type { AlertDetail } from '@caseboard/contracts';
import { useState } from 'react';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { useOwners } from '../studies/owner-field';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField, TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { useToast } from '../ui/toast';
import { useActOnAlert } from './alert.queries';
import styles from './alert.module.css';

const words = defineWords(
  {
    title: 'Hand over',
    lead: '“{title}” gets another owner, who is told from now on. {owner, select, none {Nobody owns it now.} other {Its owner now is {owner}.}}',
    to: 'To whom',
    hint: 'The e-mail address of somebody with an account',
    choose: 'Choose a person',
    needs: 'Say first who takes it over.',
    same: 'That is the owner already.',
    cancel: 'Cancel',
    hand: 'Hand over',
    done: '{to} owns it now',
  },
  {
    title: '移交',
    lead: '“{title}”将由他人负责，今后由其接收提醒。{owner, select, none {目前无负责人。} other {目前负责人为 {owner}。}}',
    to: '移交给',
    hint: '有账户的成员的电子邮件地址',
    choose: '请选择成员',
    needs: '请先指定由谁接手。',
    same: '此人已是负责人。',
    cancel: '取消',
    hand: '移交',
    done: '现由 {to} 负责',
  },
);

/** The study gets another owner, somebody with an account; who may not see people writes the address. */
export function HandOverDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const may = useMay();
  const people = useOwners().filter(({ value }) => value !== alert.owner);
  const [to, setTo] = useState('');
  const handOver = useActOnAlert(alert.id);
  const address = to.trim().toLowerCase();
  const cannot = !address.includes('@') ? say('needs') : address === alert.owner && say('same');
  const put = () =>
    handOver.mutate({ act: 'hand-over', to: address }, { onSuccess: () => (onClose(), toast({ text: say('done', { to: address }) })) });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button look="strong" cannot={cannot} busy={handOver.isPending} onClick={put}>
            {say('hand')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{say('lead', { title: alert.subject.title || alert.subject.id, owner: alert.owner ?? 'none' })}</p>
        {handOver.error && <ErrorNote error={handOver.error} shownPaths={['to']} />}
        {may('people.read') ? (
          <SelectField
            label={say('to')}
            value={to}
            choices={[
              { value: '', label: say('choose'), disabled: true },
              ...people.map(({ value, beside }) => ({ value, label: beside ? `${beside} · ${value}` : value })),
            ]}
            onChange={setTo}
            error={faultText(handOver.error, 'to')}
          />
        ) : (
          <TextField
            label={say('to')}
            type="email"
            placeholder={say('hint')}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            error={faultText(handOver.error, 'to')}
          />
        )}
      </div>
    </Dialog>
  );
}

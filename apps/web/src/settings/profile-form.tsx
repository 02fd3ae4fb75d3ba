import { useState } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { useToast } from '../ui/toast';
import { useUpdateSelf } from './account.queries';
import styles from './settings.module.css';

const words = defineWords(
  { name: 'Name', save: 'Save', saved: 'Name saved', clean: 'Nothing has changed yet.' },
  { name: '姓名', save: '保存', saved: '姓名已保存', clean: '尚无修改。' },
);

export function ProfileForm({ name: stored }: { name: string }) {
  const say = useWords(words);
  const toast = useToast();
  const [name, setName] = useState(stored);
  const update = useUpdateSelf();
  return (
    <form
      className={styles.organisation}
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate({ name }, { onSuccess: () => toast({ text: say('saved') }) });
      }}
    >
      {update.error && <ErrorNote error={update.error} shownPaths={['name']} />}
      <TextField
        label={say('name')}
        autoComplete="name"
        required
        maxLength={255}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faultText(update.error, 'name')}
      />
      <div>
        <Button type="submit" busy={update.isPending} cannot={name.trim() === stored && say('clean')}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

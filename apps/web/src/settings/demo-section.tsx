import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../platform/api';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { useToast } from '../ui/toast';
import styles from './settings.module.css';

const words = defineWords(
  {
    title: 'Demo company',
    text: 'What you see belongs to the demo company. Remove it before you bring in your own portfolio.',
    remove: 'Remove the demo…',
    ask: 'Remove the demo company?',
    askText: 'Its customers, studies, targets and settings go. The record of changes stays.',
    keep: 'Keep it',
    yes: 'Remove it',
    done: 'The demo company is removed',
  },
  {
    title: '示例公司',
    text: '您看到的是示例公司的数据。导入自己的案例库之前请先移除。',
    remove: '移除示例…',
    ask: '移除示例公司？',
    askText: '其客户、案例、目标和设置都将移除，变更记录会保留。',
    keep: '保留',
    yes: '移除',
    done: '示例公司已移除',
  },
);

/** Only while the demo is loaded, and for those who may take it away. */
export function DemoSection() {
  const say = useWords(words);
  const may = useMay();
  const client = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { data: demo } = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => get<{ loaded: boolean }>('/api/demo', undefined, signal),
  });
  const clear = useMutation({
    mutationFn: () => post('/api/demo/clear'),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries();
      toast({ text: say('done') });
    },
  });
  if (!demo?.loaded || !may('import.run')) return null;
  return (
    <Section title={say('title')}>
      <p className={styles.help}>{say('text')}</p>
      <Button icon="trash" onClick={() => setAsking(true)}>
        {say('remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say('ask')}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {say('keep')}
            </Button>
            <Button look="strong" busy={clear.isPending} onClick={() => clear.mutate()}>
              {say('yes')}
            </Button>
          </>
        }
      >
        <p>{say('askText')}</p>
        {clear.error && <ErrorNote error={clear.error} />}
      </Dialog>
    </Section>
  );
}

import { lifeCycleActions } from '@caseboard/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { StudyDetail } from '@caseboard/contracts';
import { useState } from 'react';
import { postTagged, send } from '../platform/api';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote } from '../ui/note';
import { Menu, type MenuPart } from '../ui/popover';
import { useToast } from '../ui/toast';
import { ActivationDialog } from './activation-dialog';
import { RetireDialog } from './retire-dialog';
import type { Gap } from './study-places';

const words = defineWords(
  {
    more: 'More actions',
    ask: 'Only a manager activates studies. Ask one of them when this is ready.',
    reader: 'You read this portfolio; managers activate studies.',
    drafted: 'It is a draft again',
    removed: 'Draft removed',
    remove: 'Remove this draft',
    removeTitle: 'Remove this draft?',
    removeWhy: 'Its text, facts and links go. The history keeps what it was.',
    cancel: 'Keep it',
    removeIt: 'Remove',
  },
  {
    more: '更多操作',
    ask: '只有经理可以启用案例。准备好后请联系其中一位。',
    reader: '您只有查看权限；案例由经理启用。',
    drafted: '已恢复为草稿',
    removed: '草稿已移除',
    remove: '移除此草稿',
    removeTitle: '移除此草稿？',
    removeWhy: '正文、信息和关联都会移除，变更记录仍保留其内容。',
    cancel: '保留',
    removeIt: '移除',
  },
);

/** Activate, retire, make a draft again, remove a draft: each says first what it changes. */
export function LifeActions({ stored, flush, gaps }: { stored: StudyDetail; flush: () => Promise<void>; gaps: readonly Gap[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [open, setOpen] = useState<'activate' | 'retire' | 'remove' | null>(null);
  const { id, status, mayActivate, mayEdit } = stored;
  const path = `/api/studies/${encodeURIComponent(id)}`;
  const back = useMutation({
    mutationFn: () => postTagged<StudyDetail>(`${path}/draft`, undefined),
    onSuccess: async (tagged) => {
      client.setQueryData(['study', id], tagged);
      await client.invalidateQueries();
      toast({ text: say('drafted') });
    },
  });
  const remove = useMutation({
    mutationFn: async () => {
      const { etag } = client.getQueryData<{ etag: string }>(['study', id]) ?? { etag: '' };
      await send(path, { method: 'DELETE', ifMatch: etag });
    },
    onSuccess: async () => {
      await navigate({ to: '/studies' });
      client.removeQueries({ queryKey: ['study', id] });
      await client.invalidateQueries();
      toast({ text: say('removed') });
    },
  });
  const begin = async (what: 'activate' | 'retire' | 'remove') => {
    await flush();
    setOpen(what);
  };
  const entries: MenuPart[] = [
    ...(status === 'active' && mayActivate ? [{ label: lifeCycleActions[language].retire, onClick: () => void begin('retire') }] : []),
    ...(status === 'retired' && mayActivate
      ? [{ label: lifeCycleActions[language].draft, onClick: () => void flush().then(() => back.mutate()) }]
      : []),
    ...(status === 'draft' && mayEdit
      ? [{ label: say('remove'), danger: true, icon: 'trash' as const, onClick: () => void begin('remove') }]
      : []),
  ];
  return (
    <>
      {status !== 'active' && (
        <Button
          look={status === 'draft' && gaps.length === 0 ? 'strong' : 'normal'}
          size="small"
          cannot={!mayActivate && say(mayEdit ? 'ask' : 'reader')}
          onClick={() => void begin('activate')}
        >
          {lifeCycleActions[language].activate}
        </Button>
      )}
      {entries.length > 0 && <Menu entries={entries} target={<IconButton icon="more" label={say('more')} size="small" />} />}
      {open === 'activate' && <ActivationDialog study={stored} gaps={gaps.length} onClose={() => setOpen(null)} />}
      {open === 'retire' && <RetireDialog study={stored} onClose={() => setOpen(null)} />}
      <Dialog
        open={open === 'remove'}
        onClose={() => setOpen(null)}
        title={say('removeTitle')}
        actions={
          <>
            <Button look="quiet" onClick={() => setOpen(null)}>
              {say('cancel')}
            </Button>
            <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              {say('removeIt')}
            </Button>
          </>
        }
      >
        <p>{say('removeWhy')}</p>
        {remove.error ? <ErrorNote error={remove.error} /> : null}
      </Dialog>
    </>
  );
}

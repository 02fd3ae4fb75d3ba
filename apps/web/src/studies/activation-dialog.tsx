import { lifeCycleActions } from '@caseboard/wording';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ActivationPreview, StudyDetail } from '@caseboard/contracts';
import { get, post, postTagged, ProblemError } from '../platform/api';
import { useAsOf } from '../platform/as-of';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote, Note } from '../ui/note';
import { StrokeRows } from '../ui/skeleton';
import { useToast } from '../ui/toast';
import { SwapTable } from './swap-table';
import styles from './activation.module.css';

const words = defineWords(
  {
    title: 'Activate “{title}”?',
    taken: '{customer} already has an active study',
    one: 'One study per legal entity can be active. Replace “{old}” by “{new}”?',
    entity: 'This legal entity',
    gaps: '{count, plural, one {# gap is still open: it becomes active, and counts once it is closed.} other {# gaps are still open: it becomes active, and counts once they are closed.}}',
    none: 'No specialization changes by it.',
    noEntity: 'It has no customer with a legal entity yet, so it holds nobody’s place and counts for nothing.',
    keep: 'Keep as it is',
    cancel: 'Not now',
    activated: '“{title}” is active',
    swapped: '“{title}” is active, “{old}” is retired',
    loading: 'What changes',
    untitled: 'Untitled study',
  },
  {
    title: '启用“{title}”？',
    taken: '{customer}已有启用中的案例',
    one: '每个法人只能有一个启用的案例。用“{new}”替换“{old}”？',
    entity: '该法人',
    gaps: '仍有 {count} 处缺项：可以启用，补齐后才有效。',
    none: '各项专业认证不因此变化。',
    noEntity: '尚无带法人的客户，因此不占用名额，也不计入任何认证。',
    keep: '保持原样',
    cancel: '暂不',
    activated: '“{title}”已启用',
    swapped: '“{title}”已启用，“{old}”已停用',
    loading: '变化',
    untitled: '未命名案例',
  },
);

/** Before a study becomes active: who holds the place, and what a swap changes for every specialization (rules 2.4). */
export function ActivationDialog({ study, gaps, onClose }: { study: StudyDetail; gaps: number; onClose: () => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const asOf = useAsOf();
  const path = `/api/studies/${encodeURIComponent(study.id)}`;
  const title = study.title.trim() || say('untitled');
  const { data, error, refetch } = useQuery({
    queryKey: ['study', study.id, 'activation', asOf.query.asOf ?? null],
    queryFn: ({ signal }) => get<ActivationPreview>(`${path}/activation`, asOf.query, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const holder = data?.holder;

  const undo = async () => {
    // Back to the day before: the one that was retired for it takes its place again, and this is what it was.
    if (holder) await post(`/api/studies/${encodeURIComponent(holder.id)}/activate`, { replace: study.id });
    else if (study.status === 'retired') await post(`${path}/retire`);
    if (study.status === 'draft') await post(`${path}/draft`);
    await client.invalidateQueries();
  };
  const activate = useMutation({
    mutationFn: () => postTagged<{ study: StudyDetail }>(`${path}/activate`, holder ? { replace: holder.id } : {}),
    onSuccess: async ({ value, etag }) => {
      client.setQueryData(['study', study.id], { value: value.study, etag });
      onClose();
      toast({ text: holder ? say('swapped', { title, old: holder.title }) : say('activated', { title }), undo: () => void undo() });
      await client.invalidateQueries();
    },
    // Somebody took the place meanwhile: the dialog shows who.
    onError: (refusal) => refusal instanceof ProblemError && refusal.code === 'legal-entity-taken' && void refetch(),
  });

  return (
    <Dialog
      open
      onClose={onClose}
      width={600}
      title={holder ? say('taken', { customer: data?.legalEntity?.name ?? holder.customerName ?? say('entity') }) : say('title', { title })}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say(holder ? 'keep' : 'cancel')}
          </Button>
          <Button look={holder ? 'normal' : 'strong'} busy={activate.isPending || (!data && !error)} onClick={() => activate.mutate()}>
            {lifeCycleActions[language][holder ? 'replace' : 'activate']}
          </Button>
        </>
      }
    >
      {holder && <p className={styles.lead}>{say('one', { old: holder.title || say('untitled'), new: title })}</p>}
      {activate.error ? <ErrorNote error={activate.error} /> : null}
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error && <StrokeRows rows={4} label={say('loading')} />}
      {data && !data.legalEntity && <Note tone="warning">{say('noEntity')}</Note>}
      {gaps > 0 && <Note tone="neutral">{say('gaps', { count: gaps })}</Note>}
      {data && (data.changes.length > 0 ? <SwapTable changes={data.changes} /> : <p className={styles.lead}>{say('none')}</p>)}
    </Dialog>
  );
}

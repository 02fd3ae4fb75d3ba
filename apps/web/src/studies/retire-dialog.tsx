import { lifeCycleActions } from '@caseboard/wording';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReadinessAnswer, StudyDetail, StudyStanding } from '@caseboard/contracts';
import { get, post, postTagged } from '../platform/api';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Mark } from '../ui/mark';
import { ErrorNote } from '../ui/note';
import { StrokeRows } from '../ui/skeleton';
import { useToast } from '../ui/toast';
import styles from './activation.module.css';

const words = defineWords(
  {
    title: 'Retire “{title}”?',
    lead: 'It no longer counts, and the place of its legal entity is free. It can be made a draft again.',
    costs: 'It counts now for:',
    nothing: 'It counts for no specialization now.',
    falls: 'falls to {have} of {needs}',
    lost: 'falls to {have} of {needs}, no longer ready',
    cancel: 'Keep it active',
    retired: '“{title}” is retired',
    untitled: 'Untitled study',
    loading: 'What it costs',
  },
  {
    title: '停用“{title}”？',
    lead: '停用后不再有效，其法人的名额空出；之后仍可恢复为草稿。',
    costs: '目前对以下认证有效：',
    nothing: '目前对任何认证都无效。',
    falls: '降至 {have}/{needs}',
    lost: '降至 {have}/{needs}，不再就绪',
    cancel: '保持启用',
    retired: '“{title}”已停用',
    untitled: '未命名案例',
    loading: '影响',
  },
);

/** Says what the portfolio loses before a study is retired. */
export function RetireDialog({ study, onClose }: { study: StudyDetail; onClose: () => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const path = `/api/studies/${encodeURIComponent(study.id)}`;
  const title = study.title.trim() || say('untitled');
  const { data, error } = useQuery({
    queryKey: ['study', study.id, 'standing', 'now'],
    queryFn: ({ signal }) => get<StudyStanding>(`${path}/standing`, undefined, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const { data: readiness } = useQuery({
    queryKey: ['readiness', 'list', null],
    queryFn: ({ signal }) => get<ReadinessAnswer>('/api/readiness', undefined, signal),
  });
  /** Its loss alone makes the specialization not ready, whatever is short then (rules 6.7). */
  const isCritical = (code: string) => readiness?.specializations.find((each) => each.code === code)?.critical.includes(study.id) ?? false;
  const supported = data?.linked.filter(({ supports }) => supports) ?? [];
  const retire = useMutation({
    mutationFn: () => postTagged<StudyDetail>(`${path}/retire`, undefined),
    onSuccess: async (tagged) => {
      client.setQueryData(['study', study.id], tagged);
      onClose();
      const undo = async () => {
        await post(`${path}/activate`, {});
        await client.invalidateQueries();
      };
      toast({ text: say('retired', { title }), undo: () => void undo() });
      await client.invalidateQueries();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('title', { title })}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button look="strong" busy={retire.isPending} onClick={() => retire.mutate()}>
            {lifeCycleActions[language].retire}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{say('lead')}</p>
      {retire.error || error ? <ErrorNote error={retire.error ?? error} /> : null}
      {(!data || !readiness) && !error && <StrokeRows rows={3} label={say('loading')} />}
      {data && readiness && <p>{say(supported.length > 0 ? 'costs' : 'nothing')}</p>}
      <ul className={styles.list}>
        {supported.map(({ code, name, state, readiness: now, target }) => (
          <li key={code}>
            {isCritical(code) ? <Mark of="not-ready" soft={!target} /> : <Mark of={state} />}
            <b>{specializationName(name)}</b>
            <span>{say(isCritical(code) ? 'lost' : 'falls', { have: now.supporting - 1, needs: now.needs })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

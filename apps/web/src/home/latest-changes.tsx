import type { HomeAnswer } from '@caseboard/contracts';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { homeWords, type HomeWord } from './home.words';
import styles from './home.module.css';

type Change = HomeAnswer['changes'][number];

/** What was done last, and by whom. */
export function LatestChanges({ changes }: { changes: readonly Change[] | undefined }) {
  const say = useWords(homeWords);
  const { moment } = useDays();
  const loading = changes?.find(({ action }) => action === 'demo');
  return (
    <Section title={say('changes')}>
      {!changes && <StrokeRows rows={3} />}
      {changes?.length === 0 && <p className={styles.none}>{say('noChanges')}</p>}
      <ul className={styles.changes}>
        {changes?.map((change) => (
          <li key={change.id}>
            <span>{say.rich(keyOf(change, loading), { who: change.who || say('itself'), title: <Subject change={change} /> })}</span>
            <small>{moment(change.at)}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Subject({ change }: { change: Change }) {
  const to = linkOf(change);
  const title = change.subject === 'specialization' ? specializationName(change.title) : change.title;
  return to ? (
    <Link {...to} className={styles.subject}>
      {title}
    </Link>
  ) : (
    <b>{title}</b>
  );
}

function linkOf({ subject, subjectId, action }: Change): LinkProps | null {
  if (action === 'remove') return null;
  if (subject === 'study') return { to: '/studies/$id', params: { id: subjectId } };
  if (subject === 'customer') return { to: '/customers/$id', params: { id: subjectId } };
  if (subject === 'specialization') return { to: '/specializations/$code', params: { code: subjectId } };
  return subject === 'import' ? { to: '/import', search: { id: subjectId } as never } : null;
}

/** What the demo company brought of its past was not done by who loaded it: that is the last of its writes. */
function keyOf(change: Change, loading: Change | undefined): HomeWord {
  const { subject, action } = change;
  if (action === 'demo' && change !== loading) return subject === 'study' ? 'demoStudy' : 'demoPast';
  if (subject === 'settings') return action === 'edit' ? 'settings' : action in homeWords.en ? (action as HomeWord) : 'settings';
  return action in homeWords.en ? (action as HomeWord) : 'other';
}

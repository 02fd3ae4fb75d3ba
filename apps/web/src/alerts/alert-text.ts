import type { AlertRow, AlertState, Consequence } from '@caseboard/contracts';
import { isAboutStudy } from '@caseboard/domain';
import type { LinkProps } from '@tanstack/react-router';
import { joinNames } from '../home/subject';
import { useSession } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords, type Say } from '../platform/words';
import type { MarkOf } from '../ui/mark';
import { alertWords } from './alerts.words';

type AlertWord = keyof typeof alertWords.en;

/** The customer where the reader may see it, else the study's title; a specialization's short name. */
export function subjectName({ kind, subject }: Pick<AlertRow, 'kind' | 'subject'>): string {
  if (!isAboutStudy(kind)) return specializationName(subject.title || subject.id);
  return subject.customer ?? (subject.title || subject.id);
}

export function subjectLink({ kind, subject }: Pick<AlertRow, 'kind' | 'subject'>): LinkProps {
  return isAboutStudy(kind)
    ? { to: '/studies/$id', params: { id: subject.id } }
    : { to: '/specializations/$code', params: { code: subject.id } };
}

/** A loss of readiness is the empty circle; a study that ages the half square; other days the plain advice mark. */
export function markOf({ kind, consequence }: Pick<AlertRow, 'kind' | 'consequence'>): MarkOf {
  if (consequence.costsReadiness) return 'not-ready';
  return kind === 'study-expiry' ? 'expires-soon' : 'advice';
}

/** Red is for what was promised: a loss among targets or held ones. */
export function isSoft({ falls }: Consequence): boolean {
  return !falls.some(({ stopsBeingReady, target, held }) => stopsBeingReady && (target || held));
}

type Said = Pick<AlertRow, 'kind' | 'day' | 'consequence'>;

/** What the day costs or has cost, in one sentence. */
export function useConsequenceText(): (row: Said) => string {
  const say = useWords(alertWords);
  const { today } = useSession();
  return (row) => consequenceText(row, row.day <= today, say);
}

function consequenceText({ kind, consequence }: Said, isPast: boolean, say: Say<AlertWord>): string {
  const { falls } = consequence;
  const lost = falls.filter(({ stopsBeingReady }) => stopsBeingReady);
  const more = falls.length - Math.max(1, lost.length);
  const first = falls[0];
  if (!first) return say(kind === 'study-expiry' ? 'costsNothing' : kind);
  if (lost.length > 0) {
    const names = joinNames(lost.map(({ name }) => specializationName(name)));
    const key = isPast ? 'lost' : 'loses';
    return say(more > 0 ? `${key}More` : key, { names, count: lost.length, more });
  }
  const values = { name: specializationName(first.name), after: first.after.studies, needs: first.needs.studies, more };
  return say(more > 0 ? 'fallsMore' : 'falls', values);
}

export const stateTones: { readonly [S in AlertState]: 'neutral' | 'ready' | 'risk' | 'not' } = {
  due: 'risk',
  sent: 'neutral',
  'passed-over': 'neutral',
  snoozed: 'neutral',
  acknowledged: 'ready',
  withdrawn: 'neutral',
  failed: 'not',
};

/** What nobody has settled yet (contracts: alertFilters). */
export function isOpen(state: AlertState): boolean {
  return state === 'due' || state === 'sent' || state === 'failed' || state === 'snoozed';
}

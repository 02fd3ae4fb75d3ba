import type { Day, Decision, Report } from '@caseboard/domain';
import { decisionReasonWords, decisionTableWords, decisionWords } from './decision-words.js';
import type { DecisionLine, Decisions, Sentence } from './report-page.js';
import { ofSpecializations, ofStudies, sentence, together, type Saying } from './saying.js';

/** The few actions with most effect. */
export function decisionsOf({ decisions, to }: Report, s: Saying): Decisions {
  const { heading, action, owner, effort, startBy, gain, none } = decisionTableWords[s.language];
  return {
    heading,
    heads: { action, owner, effort, startBy, gain },
    lines: decisions.map((decision) => lineOf(decision, to, s)),
    none: decisions.length === 0 ? none : null,
  };
}

function lineOf(decision: Decision, to: Day, s: Saying): DecisionLine {
  const { specialization, study, effort, startBy } = decision;
  const name = s.name(specialization);
  const owner = decision.owner ? s.person(decision.owner) : s.say(decisionTableWords, 'nobody');
  const isLate = startBy !== null && startBy < to;
  const startByDay = startBy === null ? '' : isLate ? s.say(decisionTableWords, 'late', { day: s.day(startBy) }) : s.day(startBy);
  const gain = gainOf(decision, s);
  const begin = startBy === null || isLate ? startByDay : s.say(decisionTableWords, 'by', { day: startByDay });
  return {
    specialization,
    name,
    study,
    sentence: sentenceOf(decision, name, s),
    owner,
    effort,
    startBy,
    startByDay,
    gain,
    detail: [owner, s.say(decisionTableWords, 'points', { points: effort }), begin, gain].filter(Boolean).join(' · '),
  };
}

function sentenceOf(decision: Decision, name: string, s: Saying): Sentence {
  const { specialization, study, replaces, wayOut, gaps, helpsAlso, costs = [] } = decision; // Reports issued before costs were told have none.
  const lead = s.say(decisionWords, wayOut, { name, gaps, study: study === null ? undefined : s.study(study) });
  const swap = replaces === null ? null : s.say(decisionReasonWords, 'replaces');
  const also = helpsAlso.length === 0 ? null : s.say(decisionReasonWords, 'also', { names: s.names(helpsAlso) });
  const price = costs.map((cost) => s.say(decisionReasonWords, 'costs', { name: s.name(cost.specialization), day: s.day(cost.on) }));
  const studies = [study, replaces].filter((each) => each !== null);
  const told = [specialization, ...helpsAlso, ...costs.map((cost) => cost.specialization)];
  const text = together([reasonOf(decision, s), swap, also, ...price], s.language);
  return sentence(lead, text, ofSpecializations([...new Set(told)]), ofStudies(studies));
}

const reasonOf = ({ why, on }: Decision, s: Saying): string =>
  on === null ? s.say(decisionReasonWords, 'now') : s.say(decisionReasonWords, why, { day: s.day(on) });

function gainOf({ readyThrough }: Decision, s: Saying): string {
  if (readyThrough === null) return s.say(decisionTableWords, 'partly');
  return readyThrough === 'open' ? s.say(decisionTableWords, 'open') : s.say(decisionTableWords, 'through', { day: s.day(readyThrough) });
}

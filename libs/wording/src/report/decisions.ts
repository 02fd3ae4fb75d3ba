import type { Day, Decision, Report } from '@caseboard/domain';
import { decisionReasonWords, decisionTableWords, decisionWords } from './decision-words.js';
import type { DecisionLine, Decisions } from './report-page.js';
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
  const { specialization, study, wayOut, gaps, helpsAlso, owner, effort, startBy } = decision;
  const name = s.name(specialization);
  const lead = s.say(decisionWords, wayOut, { name, gaps, study: study === null ? undefined : s.study(study) });
  const also = helpsAlso.length === 0 ? null : s.say(decisionReasonWords, 'also', { names: s.names(helpsAlso) });
  const text = together([reasonOf(decision, s), also], s.language);
  return {
    specialization,
    name,
    study,
    sentence: sentence(lead, text, ofSpecializations([specialization, ...helpsAlso]), ofStudies(study === null ? [] : [study])),
    owner: owner ? s.person(owner) : s.say(decisionTableWords, 'nobody'),
    effort,
    startBy,
    startByDay: startBy === null ? '' : startBy < to ? s.say(decisionTableWords, 'late', { day: s.day(startBy) }) : s.day(startBy),
    gain: gainOf(decision, s),
  };
}

const reasonOf = ({ why, on }: Decision, s: Saying): string =>
  on === null ? s.say(decisionReasonWords, 'now') : s.say(decisionReasonWords, why, { day: s.day(on) });

function gainOf({ readyThrough }: Decision, s: Saying): string {
  if (readyThrough === null) return s.say(decisionTableWords, 'partly');
  return readyThrough === 'open' ? s.say(decisionTableWords, 'open') : s.say(decisionTableWords, 'through', { day: s.day(readyThrough) });
}

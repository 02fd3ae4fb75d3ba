import type { Gain, Loss, Report } from '@caseboard/domain';
import { leavingWords, movementWords } from './change-words.js';
import { markOf } from './changes.js';
import type { DayLine, DayLines, Sentences } from './report-page.js';
import { ofSpecializations, ofStudies, partOf, sentence, type Saying } from './saying.js';

/** What stops being ready within twelve months, the most harmful first. */
export function lossesOf({ losses }: Report, s: Saying): DayLines {
  const { losses: heading, noLosses } = movementWords[s.language];
  return { heading, lines: losses.map((loss) => lossOf(loss, s)), none: losses.length === 0 ? noLosses : null };
}

/** Planned go-lives that make something ready. */
export function gainsOf({ gains }: Report, s: Saying): DayLines {
  const { gains: heading, noGains } = movementWords[s.language];
  return { heading, lines: gains.map((gain) => gainOf(gain, s)), none: gains.length === 0 ? noGains : null };
}

export function crowdedOf({ crowdedMonths }: Report, s: Saying): Sentences {
  const { crowded: heading, noCrowd } = movementWords[s.language];
  const lines = crowdedMonths.map(({ month, specializations }) => {
    const said = s.say(movementWords, 'crowd', { count: specializations.length, names: s.names(specializations) });
    return sentence(s.say(movementWords, 'named', { name: s.day(`${month}-01`, 'month') }), said, ofSpecializations(specializations));
  });
  return { heading, lines, none: lines.length === 0 ? noCrowd : null };
}

export function singlePointsOf({ singlePoints }: Report, s: Saying): Sentences {
  const { single: heading, noSingle } = movementWords[s.language];
  const lines = singlePoints.map(({ study, specializations }) => {
    const said = s.say(movementWords, 'breaks', { count: specializations.length, names: s.names(specializations) });
    return sentence(
      s.say(movementWords, 'without', { study: s.study(study) }),
      said,
      ofSpecializations(specializations),
      ofStudies([study]),
    );
  });
  return { heading, lines, none: lines.length === 0 ? noSingle : null };
}

function lossOf({ on, specialization, isTarget, studies, leaves, needs }: Loss, s: Saying): DayLine {
  const part = partOf(leaves, needs);
  const values = { has: leaves[part], needs: needs[part], studies: s.studies(studies), count: studies.length };
  const said = s.say(leavingWords, studies.length === 0 ? `now-${part}` : `then-${part}`, values);
  return lineOf({ on, specialization, isTarget, studies }, said, 'not-ready', s);
}

function gainOf(gain: Gain, s: Saying): DayLine {
  const values = { studies: s.studies(gain.studies), count: gain.studies.length };
  return lineOf(gain, gain.studies.length === 0 ? '' : s.say(leavingWords, 'then-goes-live', values), 'ready', s);
}

function lineOf({ on, specialization, isTarget, studies }: Gain, said: string, status: 'ready' | 'not-ready', s: Saying): DayLine {
  const name = s.name(specialization);
  return {
    on,
    day: s.day(on),
    specialization,
    name,
    isTarget,
    mark: markOf(status, isTarget),
    sentence: sentence(s.say(movementWords, 'named', { name }), said, ofSpecializations([specialization]), ofStudies(studies)),
  };
}

import type { Report } from '@caseboard/domain';
import { crowdedOf, gainsOf, lossesOf, singlePointsOf } from './ahead.js';
import { changesOf } from './changes.js';
import { decisionsOf } from './decisions.js';
import type { ReportPage, SaidLabels, Sentence, Value } from './report-page.js';
import { sayingOf, sentence, together, type Saying, type SayingSettings } from './saying.js';
import { shapeOf, trustOf } from './shape.js';
import { figuresOf, headlineOf, targetsOf } from './standing.js';
import { reportWords } from './standing-words.js';
import { trendOf } from './trend.js';
import { valueOf } from './value.js';

export interface ReportPageSettings extends SayingSettings {
  /** 0: a draft. */
  readonly number: number;
  /** An instant as in ISO 8601; `null` for a draft. */
  readonly issuedAt: string | null;
}

/** The report in words, for one reader and language. */
export function reportPage(report: Report, labels: SaidLabels, settings: ReportPageSettings): ReportPage {
  const s = sayingOf(report, labels, settings);
  const { number, language } = settings;
  const value = valueOf(report, s);
  const { board, changes, ahead, decisions } = reportWords[language];
  return {
    language,
    number,
    partner: report.partner,
    title: number === 0 ? s.say(reportWords, 'draft') : s.say(reportWords, 'title', { number }),
    subtitle: s.say(reportWords, report.from === report.to ? 'asOf' : 'subtitle', { from: s.day(report.from), to: s.day(report.to) }),
    from: report.from,
    to: report.to,
    headline: headlineOf(report, s),
    figures: figuresOf(report, s),
    targets: targetsOf(report, s),
    trend: trendOf(report, s),
    changes: changesOf(report, s),
    losses: lossesOf(report, s),
    gains: gainsOf(report, s),
    crowded: crowdedOf(report, s),
    singlePoints: singlePointsOf(report, s),
    decisions: decisionsOf(report, s),
    shape: shapeOf(report, s),
    value,
    trust: trustOf(report, s),
    foot: footOf(value, labels, settings, s),
    parts: { board, changes, ahead, decisions },
  };
}

function footOf({ multiplier }: Value, labels: SaidLabels, { number, issuedAt }: ReportPageSettings, s: Saying): Sentence[] {
  const [estimate] = multiplier.lines;
  const isWithheld = Object.values(labels.studies).some(({ withheld }) => withheld);
  const made = issuedAt === null ? s.say(reportWords, 'made') : s.say(reportWords, 'issued', { number, issued: instant(issuedAt, s) });
  const notes = together([isWithheld ? s.say(reportWords, 'withheld') : null, s.say(reportWords, 'recorded'), made], s.language);
  return [
    ...(estimate && multiplier.value !== null ? [{ ...estimate, text: together([estimate.text, multiplier.source], s.language) }] : []),
    sentence('', notes),
  ];
}

/** "23 Nov 2026, 01:41 UTC": whoever reads it may sit anywhere. */
function instant(at: string, s: Saying): string {
  const utc = new Date(at).toISOString();
  return `${s.day(utc.slice(0, 10))} ${utc.slice(11, 16)} UTC`;
}

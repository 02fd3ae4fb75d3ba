import type { CategoryCoverage, Group, PortfolioShape, Report, Trust } from '@caseboard/domain';
import { requirementFigureWords } from '../field.js';
import { lifeCycleWords, visibilityWords } from '../status.js';
import type { Bar, BarChart, CoverageRow, Sentences, Shape } from './report-page.js';
import { counting, ofSpecializations, ofStudies, sentence, together, type Saying } from './saying.js';
import { ageWords, shapeWords, trustWords } from './shape-words.js';
import { reportWords } from './standing-words.js';

/** The portfolio by what it is made of, the use of legal entities, and the coverage of categories. */
export function shapeOf({ shape }: Report, s: Saying): Shape {
  const { heading, coverage, target, asked, covered, open } = shapeWords[s.language];
  return {
    heading,
    charts: chartsOf(shape, s),
    entities: entitiesOf(shape, s),
    coverage: {
      heading: coverage,
      heads: { name: target, asked, covered, open },
      rows: shape.categories.map((each) => coverageOf(each, s)),
    },
  };
}

function chartsOf({ byIndustry, byService, byVisibility, byAge, byStatus }: PortfolioShape, s: Saying): BarChart[] {
  const asGiven = (key: string) => key;
  return [
    chart('industry', byIndustry, asGiven, s),
    chart('service', byService, asGiven, s),
    chart('visibility', byVisibility, (key) => visibilityWords[s.language][key], s),
    chart('age', byAge, (key) => ageWords[s.language][key], s),
    chart('status', byStatus, (key) => lifeCycleWords[s.language][key], s),
  ];
}

function chart<K extends string>(id: BarChart['id'], groups: readonly Group<K>[], label: (key: K) => string, s: Saying): BarChart {
  const words = shapeWords[s.language];
  const bars = groups.map(({ key, studies }): Bar => ({
    key,
    label: key === '' ? words.unknown : label(key),
    count: counting(ofStudies(studies)),
  }));
  return { id, heading: words[id], heads: { label: words[id], count: words.studies }, bars };
}

function entitiesOf({ legalEntities, usedLegalEntities }: PortfolioShape, s: Saying): Shape['entities'] {
  const [used, all] = [entities(usedLegalEntities), entities(legalEntities)];
  const values = { used: used.value, all: all.value };
  const said = together([s.say(shapeWords, 'entities', values), s.say(shapeWords, 'free', { count: all.value - used.value })], s.language);
  return { used, all, sentence: sentence('', said, used.counted, all.counted) };
}

const entities = (ids: readonly string[]) => counting({ kind: 'customer', ids });

const coverageOf = ({ specialization, asked, covered, open }: CategoryCoverage, s: Saying): CoverageRow => ({
  code: specialization,
  name: s.name(specialization),
  asked,
  covered,
  open,
  text: s.say(shapeWords, 'cover', { covered: covered.length, asked }),
});

/** How far the figures can be trusted. */
export function trustOf({ trust, to, knownSince, warningDays, targets }: Report, s: Saying): Sentences {
  const since = s.say(trustWords, 'since', { day: s.day(to), since: s.day(knownSince) });
  return {
    heading: trustWords[s.language].heading,
    lines: [
      sentence('', together([since, s.say(trustWords, 'window', { days: warningDays })], s.language)),
      ...(targets.length > 0 ? [unconfirmedOf(trust, s)] : []),
      ...untouchedOf(trust, s),
      ...ownerlessOf(trust, s),
    ],
    none: null,
  };
}

function unconfirmedOf({ unconfirmed }: Trust, s: Saying) {
  if (unconfirmed.length === 0) return sentence('', s.say(trustWords, 'confirmed'));
  const words: Readonly<Record<string, string>> = requirementFigureWords[s.language];
  const each = unconfirmed.map(({ specialization, figures }) =>
    s.say(trustWords, 'figures', { name: s.name(specialization), figures: figures.map((figure) => words[figure] ?? figure) }),
  );
  const rests = ofSpecializations(unconfirmed.map(({ specialization }) => specialization));
  return sentence(s.say(trustWords, 'unconfirmed', { count: unconfirmed.length }), each.join(s.language === 'zh' ? '；' : '; '), rests);
}

/** So many are told with their day; the number opens all. */
const mostTold = 5;

function untouchedOf({ untouched }: Trust, s: Saying) {
  if (untouched.length === 0) return [];
  const each = untouched
    .slice(0, mostTold)
    .map(({ study, since }) =>
      since === null
        ? s.say(trustWords, 'sinceRecord', { study: s.study(study) })
        : s.say(trustWords, 'sinceDay', { study: s.study(study), since: s.day(since) }),
    );
  if (untouched.length > mostTold) each.push(s.say(reportWords, 'more', { count: untouched.length - mostTold }));
  const rests = ofStudies(untouched.map(({ study }) => study));
  return [sentence(s.say(trustWords, 'untouched', { count: untouched.length }), each.join(s.language === 'zh' ? '、' : '; '), rests)];
}

function ownerlessOf({ ownerless }: Trust, s: Saying) {
  if (ownerless.length === 0) return [];
  return [sentence(s.say(trustWords, 'ownerless', { count: ownerless.length }), s.studies(ownerless), ofStudies(ownerless))];
}

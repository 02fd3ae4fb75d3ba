import { practiceCategories, strategies, type BusinessValue, type PremierGate, type Report } from '@caseboard/domain';
import { formatCount } from '../count.js';
import type { Sentence, StrategyRow, Value } from './report-page.js';
import { counting, ofSpecializations, sentence, type Saying } from './saying.js';
import { multiplierWords, partnerClassWords, premierWords, strategyStateWords, strategyWords, valueWords } from './value-words.js';

/** What readiness is worth: the Premier gate, the multiplier, the strategies, what others do (rules 9). */
export function valueOf({ value }: Report, s: Saying): Value {
  const words = valueWords[s.language];
  const { strategy, state, owner, note } = words;
  return {
    heading: words.heading,
    premier: premierOf(value.premier, s),
    multiplier: multiplierOf(value, s),
    strategies: { heading: words.strategies, heads: { strategy, state, owner, note }, rows: strategyRows(value, s) },
    context: {
      heading: words.context,
      lines: [words.ai, words.marketplace, words.growth].map((text) => sentence('', text)),
      source: multiplierWords[s.language].source,
    },
    china: value.facts.inChina ? sentence(words.china, words.chinaNote) : null,
  };
}

function premierOf(gate: PremierGate, s: Saying): Value['premier'] {
  const { asked, held, ready, missing, oneOf, missesOneOf, isMet } = gate;
  const words = premierWords[s.language];
  const counts = { asked, count: held.length, missing };
  const all = ofSpecializations(held);
  const lines = [
    ...(isMet ? [sentence('', s.say(premierWords, 'met', counts), all)] : []),
    ...(missing > 0 ? [sentence('', s.say(premierWords, 'short', counts), all)] : []),
    ...(held.length > 0 ? [sentence('', s.say(premierWords, 'names', { names: s.names(held) }), all)] : []),
    ...(missesOneOf ? [sentence('', s.say(premierWords, 'oneOf', { names: s.names(oneOf) }), ofSpecializations(oneOf))] : []),
    ...(ready.length > 0
      ? [sentence('', s.say(premierWords, 'could', { count: ready.length, names: s.names(ready) }), ofSpecializations(ready))]
      : []),
  ];
  return {
    heading: words.heading,
    isMet,
    heads: { held: words.held, ready: words.ready, missing: words.missing },
    held: counting(all),
    ready: counting(ofSpecializations(ready)),
    asked,
    missing,
    lines,
    source: words.source,
  };
}

function multiplierOf(value: BusinessValue, s: Saying): Value['multiplier'] {
  const { heading, source, hand } = multiplierWords[s.language];
  const { partnerClass, multiplier, facts } = value;
  const known = { heading, partnerClass, value: multiplier, source };
  if (partnerClass === null || multiplier === null) return { ...known, lines: [sentence('', s.say(multiplierWords, 'none'))] };
  const own = s.say(multiplierWords, 'own', { count: facts.activeCategories.length, all: practiceCategories.length });
  return { ...known, lines: [estimateOf(value, s), sentence('', facts.classByHand === null ? own : hand), ...nextOf(value, s)] };
}

/** Always "up to". */
function estimateOf({ partnerClass, multiplier, upTo, facts }: BusinessValue, s: Saying): Sentence {
  const values = { class: partnerClass && partnerClassWords[s.language][partnerClass], multiplier: formatCount(multiplier ?? 0) };
  if (upTo === null || facts.awsRevenue === null)
    return sentence(s.say(multiplierWords, 'rate', values), s.say(multiplierWords, 'rateOn', values));
  const { amount, currency } = facts.awsRevenue;
  const revenue = money(amount, currency);
  return sentence(
    s.say(multiplierWords, 'estimate', { amount: money(upTo, currency) }),
    s.say(multiplierWords, 'estimateOn', { ...values, revenue }),
  );
}

function nextOf({ next, facts }: BusinessValue, s: Saying): Sentence[] {
  if (next === null) return [];
  const amount = next.upTo !== null && facts.awsRevenue ? money(next.upTo, facts.awsRevenue.currency) : undefined;
  const values = { class: partnerClassWords[s.language][next.partnerClass], multiplier: formatCount(next.multiplier), amount };
  const said = s.say(multiplierWords, 'next', values);
  const by = next.categories > 0 ? s.say(multiplierWords, 'nextBy', { count: next.categories }) : '';
  return [sentence('', by === '' ? said : `${said}${s.language === 'zh' ? '' : ' '}${by}`)];
}

const strategyRows = ({ facts }: BusinessValue, s: Saying): StrategyRow[] =>
  strategies.map((name) => {
    const { state, owner, note } = facts.strategies[name];
    return {
      name,
      label: strategyWords[s.language][name],
      state,
      stateWord: strategyStateWords[s.language][state],
      owner: owner === '' ? '' : s.person(owner),
      note,
    };
  });

const money = (amount: number, currency: string): string => `${currency} ${formatCount(amount)}`;

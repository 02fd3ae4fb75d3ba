import type { Consequence, Language } from '@caseboard/contracts';
import type { ToldAlert } from '../alerts/alert-content.service.js';
import { daysBetween, isAboutStudy, type Day } from '@caseboard/domain';
import {
  alertKindWords,
  fallSentence,
  formatDay,
  formatDistance,
  mailWords,
  pastAlertKindWords,
  subjectName,
  swapCostSentences,
  togetherWords,
  wayOutSentence,
} from '@caseboard/wording';
import { format, say } from '../platform/words.js';

/** What a mail says of one alert, in words; all of it plain text. */
export interface MailItem {
  readonly kind: string;
  readonly name: string;
  /** The title of a study that is named by its customer. */
  readonly title: string | null;
  readonly on: string;
  readonly costs: boolean;
  readonly falls: readonly { readonly text: string; readonly stops: boolean }[];
  readonly together: string | null;
  readonly way: string | null;
  /** What the way out costs elsewhere. */
  readonly wayCosts: readonly string[];
  readonly owner: string | null;
  readonly url: string;
}

export function mailItem(row: ToldAlert, { language, today, base }: { language: Language; today: Day; base: string }): MailItem {
  const { kind, subject, consequence } = row;
  const name = subjectName(row);
  // The first day on which it no longer counts has come: rules 1.4.
  const isPast = row.day <= today;
  return {
    kind: (isPast ? pastAlertKindWords : alertKindWords)[language][kind],
    name: name || subject.id,
    title: subject.customer !== null && subject.title !== name ? subject.title : null,
    on: say(mailWords, 'on', language, {
      day: formatDay(row.day, language, 'full'),
      distance: formatDistance(daysBetween(today, row.day as Day), language),
    }),
    costs: consequence.costsReadiness,
    ...saidOf(consequence, language, isPast),
    owner: isAboutStudy(kind) ? ownerOf(row.owner, language) : null,
    url: `${base}/alerts/${encodeURIComponent(row.id)}`,
  };
}

type Said = Pick<MailItem, 'falls' | 'together' | 'way' | 'wayCosts'>;

/** All who are told of an alert are told the same. */
const said = new WeakMap<Consequence, Map<string, Said>>();

function saidOf(consequence: Consequence, language: Language, isPast: boolean): Said {
  const known = said.get(consequence) ?? new Map<string, Said>();
  said.set(consequence, known);
  const key = `${language} ${isPast}`;
  const words = known.get(key) ?? inWords(consequence, language, isPast);
  known.set(key, words);
  return words;
}

function inWords({ falls, together, way }: Consequence, language: Language, isPast: boolean): Said {
  return {
    // Red is for what was promised or is held, as on screen.
    falls: falls.map((fall) => ({
      text: fallSentence(fall, language, format, isPast),
      stops: fall.stopsBeingReady && (fall.target || fall.held),
    })),
    together: togetherOf(together, language),
    way: way && wayOutSentence(way.wayOut, way.name, language, format),
    wayCosts: way ? swapCostSentences(way.wayOut, language, format) : [],
  };
}

const shownTogether = 5;

function togetherOf(together: Consequence['together'], language: Language): string | null {
  if (together.length === 0) return null;
  const names = together.map(({ customer, title, id }) => (customer ?? title) || id);
  const titles = names.length > shownTogether ? [...names.slice(0, shownTogether), '…'] : names;
  return say(togetherWords, 'together', language, { count: together.length, titles });
}

function ownerOf(owner: string | null, language: Language): string {
  return owner ? say(mailWords, 'owner', language, { owner }) : say(mailWords, 'noOwner', language);
}

/** How many specializations stopped being ready, and how many more will. */
export function lossesOf(rows: readonly ToldAlert[], today: Day): { past: number; ahead: number } {
  const lostIn = (some: readonly ToldAlert[]) =>
    some.flatMap(({ consequence }) => consequence.falls.filter(({ stopsBeingReady }) => stopsBeingReady).map(({ name }) => name));
  const past = new Set(lostIn(rows.filter(({ day }) => day <= today)));
  return { past: past.size, ahead: new Set(lostIn(rows).filter((name) => !past.has(name))).size };
}

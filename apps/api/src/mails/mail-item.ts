import type { Consequence, Language } from '@caseboard/contracts';
import type { ToldAlert } from '../alerts/alert-content.service.js';
import { daysBetween, isAboutStudy, type Day } from '@caseboard/domain';
import {
  alertKindWords,
  fallSentence,
  formatDay,
  formatDistance,
  mailWords,
  specializationName,
  subjectName,
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
  readonly owner: string | null;
  readonly url: string;
}

export function mailItem(row: ToldAlert, { language, today, base }: { language: Language; today: Day; base: string }): MailItem {
  const { kind, subject, consequence } = row;
  const name = subjectName(row);
  return {
    kind: alertKindWords[language][kind],
    name: name || subject.id,
    title: subject.customer !== null && subject.title !== name ? subject.title : null,
    on: say(mailWords, 'on', language, {
      day: formatDay(row.day, language, 'full'),
      distance: formatDistance(daysBetween(today, row.day as Day), language),
    }),
    costs: consequence.costsReadiness,
    ...saidOf(consequence, language),
    owner: isAboutStudy(kind) ? ownerOf(row.owner, language) : null,
    url: `${base}/alerts/${encodeURIComponent(row.id)}`,
  };
}

type Said = Pick<MailItem, 'falls' | 'together' | 'way'>;

/** All who are told of an alert are told the same. */
const said = new WeakMap<Consequence, Map<Language, Said>>();

function saidOf(consequence: Consequence, language: Language): Said {
  const known = said.get(consequence) ?? new Map<Language, Said>();
  said.set(consequence, known);
  const words = known.get(language) ?? inWords(consequence, language);
  known.set(language, words);
  return words;
}

function inWords({ falls, together, way }: Consequence, language: Language): Said {
  return {
    falls: falls.map((fall) => ({ text: fallSentence(fall, language, format), stops: fall.stopsBeingReady })),
    together: togetherOf(together, language),
    way: way && wayOutSentence(way.wayOut, way.name, language, format),
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

/** The specializations that stop being ready, by name. */
export function lossesOf(rows: readonly ToldAlert[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ consequence }) =>
      consequence.falls.filter(({ stopsBeingReady }) => stopsBeingReady).map(({ name }) => specializationName(name)),
    ),
  );
}

import {
  findWord,
  foldName,
  foldNameForUrl,
  foldUrl,
  percentDecoded,
  placesIn,
  type CustomerNames,
  type PublishedText,
  type SoughtName,
} from '@caseboard/domain';

/** What stands where a name was: always as long, so that it does not tell how long the name is. */
export const withheldMark = '▇▇▇';

/** Takes any of thousands of names out of texts. */
export class NameMask {
  /** The names by each of the ways in which they are sought. */
  private readonly byForm = new Map<string, SoughtName[]>();
  /** How long such a form may be, by its first two characters: thousands that begin alike take a few look-ups. */
  private readonly lengths = new Map<string, Set<number>>();

  constructor(names: Iterable<SoughtName>) {
    for (const name of names) for (const form of new Set([name.name, ...name.inUrl])) this.add(form, name);
  }

  /** The text with the mark where one of the names stands, or one of `more`. */
  text(text: string, more: readonly SoughtName[] = [], field = 'title'): string {
    if (text === '') return text;
    const sought = [...this.standingIn(field === 'url' ? foldUrl(percentDecoded(text).text) : foldName(text)), ...more];
    return sought.length === 0 ? text : masked({ field, text }, { sought, tooShort: [] });
  }

  private add(form: string, name: SoughtName): void {
    entryOf(this.byForm, form, () => [] as SoughtName[]).push(name);
    entryOf(this.lengths, form.slice(0, 2), () => new Set<number>()).add(form.length);
  }

  private standingIn(folded: string): Set<SoughtName> {
    const found = new Set<SoughtName>();
    if (this.byForm.size === 0) return found;
    for (let at = 0; at < folded.length; at += 1) {
      if (at > 0 && isAsciiWord(folded.charCodeAt(at)) && isAsciiWord(folded.charCodeAt(at - 1))) continue;
      for (const length of this.lengths.get(folded.slice(at, at + 2)) ?? []) {
        const form = folded.slice(at, at + length);
        const names = this.byForm.get(form);
        if (names && findWord(folded, form, at) === at) for (const name of names) found.add(name);
      }
    }
    return found;
  }
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  let entry = map.get(key);
  if (entry === undefined) map.set(key, (entry = make()));
  return entry;
}

function masked(published: PublishedText, names: CustomerNames): string {
  const places = placesIn(published, names);
  let rest = 0;
  let text = '';
  for (const { start, end } of places) {
    if (end <= rest) continue;
    text += published.text.slice(rest, Math.max(rest, start)) + (start < rest ? '' : withheldMark);
    rest = end;
  }
  return text + published.text.slice(rest);
}

/** A name as the domain seeks it, for texts that no rule forbids it to stand in. */
export function soughtName(text: string): SoughtName {
  const name = foldName(text);
  const inUrl = foldNameForUrl(name);
  return { name, inUrl: inUrl === '' ? [] : [...new Set([inUrl, inUrl.replaceAll(' ', '')])] };
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

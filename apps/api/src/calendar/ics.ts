import ical, { ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry, Language } from '@caseboard/contracts';
import { addDays, type Day } from '@caseboard/domain';
import { calendarWords, specializationName } from '@caseboard/wording';
import { say } from '../platform/words.js';

export interface IcsSettings {
  readonly language: Language;
  /** How people reach the product, without a slash at the end. */
  readonly base: string;
  readonly now: Date;
}

/** The days as a calendar of all-day events (RFC 5545). One event keeps its UID as long as it is about the same thing. */
export function icsOf(entries: readonly CalendarEntry[], { language, base, now }: IcsSettings): string {
  const calendar = ical({
    name: say(calendarWords, 'name', language),
    prodId: { company: 'Caseboard', product: 'Caseboard', language: language === 'zh' ? 'ZH' : 'EN' },
    ttl: 6 * 3600,
  });
  const host = new URL(base).hostname;
  for (const [uid, entry] of withUids(entries)) {
    const { day, study, specialization, alert } = entry;
    calendar.createEvent({
      id: `${uid}@${host}`,
      stamp: now,
      start: midnight(day as Day),
      end: midnight(addDays(day as Day, 1)),
      allDay: true,
      summary: say(calendarWords, entry.what, language, { subject: subjectOf(entry) }),
      description: [study?.title, specialization?.name].filter(Boolean).join('\n') || null,
      url: alert
        ? `${base}/alerts/${alert}`
        : study
          ? `${base}/studies/${encodeURIComponent(study.id)}`
          : `${base}/specializations/${encodeURIComponent(specialization?.code ?? '')}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** A loss is of a specialization, an expiry of a study; the day is part of it, since one study may expire on several. */
function* withUids(entries: readonly CalendarEntry[]): Generator<[string, CalendarEntry]> {
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const subject = entry.specialization?.code ?? entry.study?.id ?? '';
    const key = `${entry.what}-${Buffer.from(subject).toString('base64url')}-${entry.day}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    yield [times === 0 ? key : `${key}-${times}`, entry];
  }
}

function subjectOf({ study, specialization }: CalendarEntry): string {
  if (specialization) return specializationName(specialization.name);
  return study?.customer ?? (study?.title || study?.id) ?? '';
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);

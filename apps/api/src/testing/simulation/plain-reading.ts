import { isWeekend, plus, plusMonths } from './plain-days.js';
import type { PlainPerson, PlainSpecialization, PlainStudy, World } from './world.js';

/** How the mail server behaves on a day; see `MailServer`. */
export type MailWeather = 'ok' | 'refused' | '421' | '450' | '550' | '554' | 'lost' | 'taken';

/** One study and one of its expiries. */
interface Story {
  readonly study: string;
  readonly day: string;
  readonly settled: Map<number, 'sent' | 'acknowledged' | 'passed'>;
  pending: number | null;
  held: number | null;
  snoozedUntil: string | null;
  /** Who has the pending step already. */
  told: Set<string>;
}

export interface Told {
  readonly person: string;
  readonly study: string;
  readonly day: string;
  readonly step: number;
}

/**
 * Rules 8.1 to 8.4 and 8.6 read a second time, plainly and slowly, study by study: what must have been told to whom. It
 * shares no code with the product.
 */
export class PlainReading {
  readonly told: Told[] = [];
  private readonly stories = new Map<string, Story>();
  /** Digests whose server never answered: they go out again as they were, before any other of that person. */
  private readonly unanswered = new Map<string, { story: Story; step: number }[]>();

  constructor(private readonly world: World) {}

  /** What falls due, with the facts as they are. */
  sweep(today: string): void {
    for (const study of this.world.studies.values()) for (const day of expiriesOf(this.world, study)) this.story(study.id, day);
    for (const story of this.stories.values()) this.decide(story, this.world.studies.get(story.study) as PlainStudy, today);
  }

  private story(study: string, day: string): Story {
    const key = `${study} ${day}`;
    const story = this.stories.get(key) ?? {
      study,
      day,
      settled: new Map(),
      pending: null,
      held: null,
      snoozedUntil: null,
      told: new Set(),
    };
    this.stories.set(key, story);
    return story;
  }

  private decide(story: Story, study: PlainStudy, today: string): void {
    const before = story.pending ?? story.held;
    story.pending = null;
    story.held = null;
    const urgent = this.mostUrgent(story, study, today);
    if (urgent !== before) story.told = new Set();
    if (urgent === null) return;
    const isHeld = story.snoozedUntil !== null && story.snoozedUntil > today && !this.costs(story);
    if (isHeld) story.held = urgent;
    else story.pending = urgent;
  }

  private mostUrgent(story: Story, study: PlainStudy, today: string): number | null {
    if (!expiriesOf(this.world, study).includes(story.day)) return null;
    if (study.broughtInOn !== null && study.broughtInOn > plus(story.day, 7)) {
      if (!story.settled.has(0)) story.settled.set(0, 'passed');
      return null;
    }
    const due = this.world.ladder
      .filter(({ days, since }) => plus(story.day, -days) <= today && (since === null || plus(story.day, -days) >= since))
      .map(({ days }) => days);
    if (due.length === 0) return null;
    const urgent = Math.min(...due);
    for (const step of due) if (step !== urgent && !story.settled.has(step)) story.settled.set(step, 'passed');
    const laterOneWent = [...story.settled].some(([step, end]) => step < urgent && end !== 'passed');
    if (laterOneWent && !story.settled.has(urgent)) story.settled.set(urgent, 'passed');
    return story.settled.has(urgent) ? null : urgent;
  }

  /** Whether some specialization is ready on the day before and not on the day, by this expiry. */
  private costs(story: Story): boolean {
    const eve = plus(story.day, -1);
    const me = this.world.studies.get(story.study) as PlainStudy;
    return this.world.specializations.some((specialization) => {
      const counting = [...this.world.studies.values()].filter((study) => countsOn(study, specialization, eve));
      const left = counting.filter((study) => expiryIn(study, specialization) !== story.day);
      return counting.includes(me) && !left.includes(me) && isEnough(counting, specialization) && !isEnough(left, specialization);
    });
  }

  /** The mails of a morning: digests, and the managers' mail on losses. */
  morning(today: string, weather: MailWeather): void {
    this.mailLosses(weather);
    for (const person of this.world.people) this.mailDigest(person, today, weather);
    this.settle(true);
  }

  /** Outside the morning only losses go out. */
  later(weather: MailWeather): void {
    this.mailLosses(weather);
    this.settle(false);
  }

  private mailDigest(person: PlainPerson, today: string, weather: MailWeather): void {
    const old = this.stillWanted(person);
    const fresh = this.open().filter(({ digest, story }) => digest.has(person.email) && !story.told.has(person.email));
    const mayGo = ({ story, step }: { story: Story; step: number }) => !isWeekend(today) || step === 0 || this.costs(story);
    const items = old ?? fresh.filter(mayGo);
    if (items.length === 0 || !items.every(mayGo)) return;
    if (weather === 'ok' || weather === 'taken') this.tell(person, items);
    if (weather === 'lost' || weather === 'taken') this.unanswered.set(person.email, items);
    if (weather === 'ok') this.unanswered.delete(person.email);
  }

  private stillWanted(person: PlainPerson): { story: Story; step: number }[] | null {
    const items = this.unanswered.get(person.email)?.filter(({ story, step }) => story.pending === step);
    if (!items || items.length === 0) this.unanswered.delete(person.email);
    return items && items.length > 0 ? items : null;
  }

  private mailLosses(weather: MailWeather): void {
    if (weather !== 'ok' && weather !== 'taken') return;
    for (const { story, step, loss } of this.open())
      for (const person of this.world.people)
        if (loss.has(person.email) && !story.told.has(person.email)) this.tell(person, [{ story, step }]);
  }

  private tell(person: PlainPerson, items: readonly { story: Story; step: number }[]): void {
    for (const { story, step } of items) {
      if (story.told.has(person.email)) continue;
      story.told.add(person.email);
      this.told.push({ person: person.email, study: story.study, day: story.day, step });
    }
  }

  /** An alert is done when everybody who is to know it does; in the morning also when nobody is. */
  private settle(isMorning: boolean): void {
    for (const { story, step, digest, loss } of this.open()) {
      const missing = [...digest, ...loss].some((email) => !story.told.has(email));
      if (missing || (story.told.size === 0 && !isMorning)) continue;
      if (this.isUnanswered(story)) continue;
      story.settled.set(step, story.told.size === 0 ? 'passed' : 'sent');
      story.pending = null;
    }
  }

  private isUnanswered(story: Story): boolean {
    return [...this.unanswered.values()].some((items) => items.some((item) => item.story === story));
  }

  private open() {
    return [...this.stories.values()].flatMap((story) =>
      story.pending === null ? [] : [{ story, step: story.pending, ...this.recipients(story, story.pending) }],
    );
  }

  private recipients(story: Story, step: number): { digest: Set<string>; loss: Set<string> } {
    const study = this.world.studies.get(story.study) as PlainStudy;
    const people = this.world.people.filter(({ active }) => active);
    const managers = people.filter(({ role }) => role === 'manager');
    const inCharge = managers.length > 0 ? managers : people.filter(({ role }) => role === 'administrator');
    const concerned = people.filter(({ email, rules }) => rules.mail && (email === study.owner || study.followers.has(email)));
    const told = [...(concerned.length > 0 ? concerned : inCharge), ...(this.nobodyCared(story) ? managers : [])];
    const loss = this.costs(story) ? inCharge.filter(({ rules }) => rules.mail && rules.losses) : [];
    const digest = told.filter(({ rules }) => rules.mail && rules.kinds.includes('study-expiry') && step <= rules.earliest);
    return { loss: emails(loss), digest: emails(digest.filter((person) => !loss.includes(person))) };
  }

  /** The last step that went out was left without an answer. */
  private nobodyCared(story: Story): boolean {
    const gone = [...story.settled].filter(([, end]) => end !== 'passed').sort(([a], [b]) => a - b);
    return gone[0]?.[1] === 'sent';
  }

  /** Alerts that went out to everybody, and that nobody acknowledged nor a later step overtook. */
  get waitingForAnswer(): { study: string; day: string; step: number }[] {
    return [...this.stories.values()].flatMap((story) => {
      const { study, day, settled, pending, held } = story;
      const last = Math.min(...[...settled].flatMap(([step, end]) => (end === 'passed' ? [] : [step])));
      return this.nobodyCared(story) && pending === null && held === null ? [{ study, day, step: last }] : [];
    });
  }

  acknowledge({ study, day, step }: { study: string; day: string; step: number }): void {
    this.story(study, day).settled.set(step, 'acknowledged');
  }

  snooze({ study, day }: { study: string; day: string }, until: string): void {
    this.story(study, day).snoozedUntil = until;
  }
}

const emails = (people: readonly PlainPerson[]) => new Set(people.map(({ email }) => email));

function expiryIn({ deployedOn }: PlainStudy, { months }: PlainSpecialization): string | null {
  return months === null ? null : plus(plusMonths(deployedOn, months), 1);
}

function expiriesOf(world: World, study: PlainStudy): string[] {
  if (study.status !== 'active') return [];
  if (study.specializations.length === 0) return [plus(plusMonths(study.deployedOn, 18), 1)];
  const linked = world.specializations.filter(({ code }) => study.specializations.includes(code));
  return [...new Set(linked.flatMap((specialization) => expiryIn(study, specialization) ?? []))];
}

function countsOn(study: PlainStudy, specialization: PlainSpecialization, day: string): boolean {
  if (study.status !== 'active' || !study.complete || !study.specializations.includes(specialization.code)) return false;
  const expiry = expiryIn(study, specialization);
  return study.deployedOn <= day && (expiry === null || day < expiry);
}

function isEnough(studies: readonly PlainStudy[], { studies: asked, public: asksPublic }: PlainSpecialization): boolean {
  return studies.length >= asked && studies.filter(({ isPublic }) => isPublic).length >= asksPublic;
}

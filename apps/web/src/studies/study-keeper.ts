import type { StudyDetail } from '@caseboard/contracts';
import { isStale, ProblemError, UnreachableError, type Tagged } from '../platform/api';
import {
  changesBetween,
  fieldOfPath,
  fieldsOf,
  isSame,
  merge,
  valueAt,
  withChanges,
  withValue,
  type Changes,
  type Conflict,
  type StudyField,
} from './study-fields';

export interface KeeperState {
  /** As it is stored, and the version that is. */
  readonly stored: StudyDetail;
  readonly etag: string;
  /** As it is on the screen. */
  readonly draft: StudyDetail;
  readonly saving: 'saved' | 'waiting' | 'saving' | 'unreachable' | 'refused' | 'conflict';
  readonly error: unknown;
  readonly conflicts: readonly Conflict[];
  /** What others changed meanwhile in fields that were left alone here. */
  readonly taken: readonly StudyField[];
}

interface Doors {
  save: (changes: Changes, etag: string) => Promise<Tagged<StudyDetail>>;
  read: () => Promise<Tagged<StudyDetail>>;
  /** Keeps what is not stored yet, for the next time the page is opened; `null` forgets it. */
  keep: (unsaved: Unsaved | null) => void;
}

/** Edits that the server does not have, each with the value they were made upon. */
export interface Unsaved {
  readonly changes: Changes;
  readonly upon: Changes;
}

const pause = 1200;
const retryAfter = 5000;

/**
 * Holds one study while it is edited: saves a moment after the last key, one request at a time, and never writes over
 * what somebody else saved: their fields are taken in, and where both changed one, both versions stand until a person chooses.
 */
export class StudyKeeper {
  state: KeeperState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refused: readonly StudyField[] = [];

  constructor(
    { value, etag }: Tagged<StudyDetail>,
    private readonly doors: Doors,
    unsaved: Unsaved | null = null,
  ) {
    this.state = { stored: value, etag, draft: value, saving: 'saved', error: null, conflicts: [], taken: [] };
    if (unsaved) this.restore(unsaved);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  snapshot = (): KeeperState => this.state;

  edit = (change: (draft: StudyDetail) => StudyDetail): void => {
    const draft = change(this.state.draft);
    if (isSame(draft, this.state.draft)) return;
    this.refused = [];
    this.set({ draft, saving: this.state.conflicts.length > 0 ? 'conflict' : this.state.saving === 'saving' ? 'saving' : 'waiting' });
    this.remember();
    this.later(pause);
  };

  /** Saves now what is not stored yet. */
  flush = async (): Promise<void> => {
    clearTimeout(this.timer);
    const { draft, etag, saving, conflicts } = this.state;
    const changes = this.sendable();
    if (saving === 'saving' || conflicts.length > 0) return;
    if (fieldsOf(changes).length === 0) return this.set({ saving: this.refused.length > 0 ? 'refused' : 'saved' });
    this.set({ saving: 'saving' });
    try {
      const saved = await this.doors.save(changes, etag);
      this.settle(withChanges(this.state.stored, changes), draft, saved);
    } catch (error) {
      await this.failed(error);
    }
  };

  /** Somebody else's version came in, by a refetch or because a save was refused as stale. */
  adopt = (theirs: Tagged<StudyDetail>): void => {
    if (theirs.etag === this.state.etag || this.state.saving === 'saving') return;
    const { study, conflicts, taken } = merge(this.base, this.state.draft, theirs.value);
    const waiting = fieldsOf(changesBetween(theirs.value, study)).length > 0;
    this.set({
      stored: theirs.value,
      etag: theirs.etag,
      draft: study,
      conflicts,
      taken,
      error: null,
      saving: conflicts.length > 0 ? 'conflict' : waiting ? 'waiting' : 'saved',
    });
    this.remember();
    if (waiting && conflicts.length === 0) this.later(pause);
  };

  /** A person chose for each field in conflict; the others keep what is on the screen. */
  choose = (chosen: Changes): void => {
    const draft = withChanges(this.state.draft, chosen);
    this.set({ draft, conflicts: [], taken: [], saving: 'waiting' });
    this.remember();
    void this.flush();
  };

  forgetTaken = (): void => this.set({ taken: [] });

  /** Throws away what the server does not have. */
  discard = (): void => {
    clearTimeout(this.timer);
    this.refused = [];
    this.set({ draft: this.state.stored, conflicts: [], taken: [], error: null, saving: 'saved' });
    this.doors.keep(null);
  };

  get unsaved(): Changes {
    return changesBetween(this.state.stored, this.state.draft);
  }

  /** What the edits on the screen were made upon: as stored, save for what a person has yet to choose. */
  private get base(): StudyDetail {
    return this.state.conflicts.reduce((study, { field, before }) => withValue(study, field, before), this.state.stored);
  }

  private sendable(): Changes {
    const changes = this.unsaved;
    return Object.fromEntries(
      fieldsOf(changes)
        .filter((field) => !this.refused.includes(field))
        .map((field) => [field, changes[field]]),
    );
  }

  private settle(sent: StudyDetail, then: StudyDetail, saved: Tagged<StudyDetail>): void {
    // What was typed while the request was under way stays; all else is as the server has it now.
    const typed = changesBetween(then, this.state.draft);
    const held = changesBetween(sent, then);
    const draft = withChanges(withChanges(saved.value, held), typed);
    const more = fieldsOf(changesBetween(saved.value, draft)).length > 0;
    const isRefused = this.refused.length > 0;
    this.set({
      stored: saved.value,
      etag: saved.etag,
      draft,
      error: isRefused ? this.state.error : null,
      saving: isRefused ? 'refused' : more ? 'waiting' : 'saved',
    });
    this.remember();
    if (more && !isRefused) this.later(pause);
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof UnreachableError) {
      this.set({ saving: 'unreachable', error });
      return this.later(retryAfter);
    }
    this.set({ saving: 'refused', error });
    if (isStale(error)) return this.readTheirs();
    const faulty = error instanceof ProblemError ? error.faults.flatMap(({ path }) => fieldOfPath(path) ?? []) : [];
    const news = faulty.filter((field) => !this.refused.includes(field));
    if (news.length === 0) return;
    this.refused = [...this.refused, ...news];
    // One bad field does not keep the others from being stored.
    if (fieldsOf(this.sendable()).length > 0) await this.flush();
  }

  private async readTheirs(): Promise<void> {
    try {
      this.adopt(await this.doors.read());
      if (this.state.saving === 'waiting') await this.flush();
    } catch (error) {
      this.set({ saving: 'refused', error });
    }
  }

  private restore({ changes, upon }: Unsaved): void {
    const before = withChanges(this.state.stored, upon);
    const { study, conflicts } = merge(before, withChanges(before, changes), this.state.stored);
    const waiting = fieldsOf(changesBetween(this.state.stored, study)).length > 0;
    if (!waiting) return this.doors.keep(null);
    this.state = { ...this.state, draft: study, conflicts, saving: conflicts.length > 0 ? 'conflict' : 'waiting' };
    if (conflicts.length === 0) this.later(pause);
  }

  private remember(): void {
    const changes = this.unsaved;
    const upon = fieldsOf(changes).reduce<Changes>((found, field) => ({ ...found, [field]: valueAt(this.base, field) }), {});
    this.doors.keep(fieldsOf(changes).length > 0 ? { changes, upon } : null);
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private set(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Sets one field; for `keeper.edit`. */
export function setting(field: StudyField, value: unknown): (draft: StudyDetail) => StudyDetail {
  return (draft) => withValue(draft, field, value);
}

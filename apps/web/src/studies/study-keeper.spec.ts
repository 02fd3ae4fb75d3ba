import type { StudyDetail } from '@caseboard/contracts';
import { ProblemError, UnreachableError, type Tagged } from '../platform/api';
import { setting, StudyKeeper, type Unsaved } from './study-keeper';
import { aStudyDetail } from './study-for-tests';
import { changesBetween, merge, patchOf, withChanges, type Changes } from './study-fields';

const problem = (status: number, faults: { path: string; reason: string }[] = []) =>
  new ProblemError({ type: 'about:blank', title: 'No', status, code: status === 412 ? 'edit-is-stale' : 'invalid-fields', faults }, status);

/** A server of one study: saves like the API, with versions. */
function aServer(study: StudyDetail) {
  let version = 1;
  let stored = study;
  let kept: Unsaved | null = null;
  const saves: Changes[] = [];
  const tag = (): Tagged<StudyDetail> => ({ value: stored, etag: `"${version}"` });
  return {
    saves,
    kept: () => kept,
    stored: () => stored,
    somebodyElse: (change: Partial<StudyDetail>) => {
      stored = { ...stored, ...change };
      version++;
    },
    tag,
    refuse: null as null | (() => unknown),
    doors(this: { refuse: null | (() => unknown) }) {
      return {
        save: async (changes: Changes, etag: string) => {
          const error = this.refuse?.();
          if (error) throw error;
          if (etag !== `"${version}"`) throw problem(412);
          saves.push(changes);
          stored = withChanges(stored, changes);
          version++;
          return tag();
        },
        read: async () => tag(),
        keep: (unsaved: Unsaved | null) => void (kept = unsaved),
      };
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('saves a moment after the last key, only what changed', async () => {
  const server = aServer(aStudyDetail());
  const keeper = new StudyKeeper(server.tag(), server.doors());
  keeper.edit(setting('title', 'A'));
  keeper.edit(setting('title', 'AB'));
  expect(keeper.state.saving).toBe('waiting');
  await jest.advanceTimersByTimeAsync(2000);
  expect([keeper.state.saving, server.saves]).toEqual(['saved', [{ title: 'AB' }]]);
  expect(server.kept()).toBeNull();
});

it('takes in what somebody else changed in other fields, and stores both', async () => {
  const server = aServer(aStudyDetail());
  const keeper = new StudyKeeper(server.tag(), server.doors());
  server.somebodyElse({ summary: 'theirs' });
  keeper.edit(setting('title', 'mine'));
  await jest.advanceTimersByTimeAsync(2000);
  expect(server.stored()).toMatchObject({ title: 'mine', summary: 'theirs' });
  expect(keeper.state).toMatchObject({ saving: 'saved', taken: ['summary'], draft: { title: 'mine', summary: 'theirs' } });
});

it('keeps both versions of a field that two changed, and stores nothing until a person chooses', async () => {
  const server = aServer(aStudyDetail());
  const keeper = new StudyKeeper(server.tag(), server.doors());
  server.somebodyElse({ title: 'theirs' });
  keeper.edit(setting('title', 'mine'));
  await jest.advanceTimersByTimeAsync(10_000);
  expect(keeper.state).toMatchObject({ saving: 'conflict', conflicts: [{ field: 'title', mine: 'mine', theirs: 'theirs' }] });
  expect(server.stored().title).toBe('theirs');
  keeper.choose({ title: 'mine' });
  await jest.advanceTimersByTimeAsync(0);
  expect([keeper.state.saving, server.stored().title]).toEqual(['saved', 'mine']);
});

it('stores the other fields when one is refused, and says which', async () => {
  const server = aServer(aStudyDetail());
  const doors = server.doors();
  const save = doors.save;
  doors.save = async (changes, etag) => {
    if ('url' in changes) throw problem(400, [{ path: 'url', reason: 'too-long' }]);
    return save(changes, etag);
  };
  const keeper = new StudyKeeper(server.tag(), doors);
  keeper.edit(setting('url', 'x'.repeat(3000)));
  keeper.edit(setting('title', 'kept'));
  await jest.advanceTimersByTimeAsync(2000);
  expect(server.stored().title).toBe('kept');
  expect(keeper.state.saving).toBe('refused');
  expect(keeper.state.draft.url).toHaveLength(3000);
  keeper.edit(setting('url', 'https://example.com'));
});

it('tries again when the server could not be reached, and has kept the text on this device meanwhile', async () => {
  const server = aServer(aStudyDetail());
  server.refuse = () => new UnreachableError('/api');
  const keeper = new StudyKeeper(server.tag(), server.doors());
  keeper.edit(setting('title', 'offline'));
  await jest.advanceTimersByTimeAsync(2000);
  expect(keeper.state.saving).toBe('unreachable');
  expect(server.kept()).toEqual({ changes: { title: 'offline' }, upon: { title: 'Field imagery' } });
  server.refuse = null;
  await jest.advanceTimersByTimeAsync(6000);
  expect([keeper.state.saving, server.stored().title]).toEqual(['saved', 'offline']);
});

it('what was typed during a save is saved after it', async () => {
  const server = aServer(aStudyDetail());
  const keeper = new StudyKeeper(server.tag(), server.doors());
  keeper.edit(setting('title', 'one'));
  const saving = keeper.flush();
  keeper.edit(setting('title', 'one two'));
  await saving;
  await jest.advanceTimersByTimeAsync(2000);
  expect(server.saves).toEqual([{ title: 'one' }, { title: 'one two' }]);
  expect(keeper.state.draft.title).toBe('one two');
});

it('brings back what an earlier visit could not store, and asks where somebody changed the same', async () => {
  const server = aServer(aStudyDetail());
  const quiet = new StudyKeeper(server.tag(), server.doors(), { changes: { title: 'mine' }, upon: { title: 'Field imagery' } });
  expect(quiet.state).toMatchObject({ saving: 'waiting', draft: { title: 'mine' } });
  await jest.advanceTimersByTimeAsync(2000);
  const other = aServer(aStudyDetail({ title: 'theirs' }));
  const loud = new StudyKeeper(other.tag(), other.doors(), { changes: { title: 'mine' }, upon: { title: 'Field imagery' } });
  expect(loud.state.conflicts).toEqual([{ field: 'title', before: 'Field imagery', mine: 'mine', theirs: 'theirs' }]);
});

it('asks again after the page was opened anew, or when somebody changes another field before the choice', async () => {
  const server = aServer(aStudyDetail());
  const keeper = new StudyKeeper(server.tag(), server.doors());
  server.somebodyElse({ title: 'theirs' });
  keeper.edit(setting('title', 'mine'));
  await jest.advanceTimersByTimeAsync(2000);
  const anew = new StudyKeeper(server.tag(), server.doors(), server.kept());
  server.somebodyElse({ summary: 'theirs too' });
  for (const each of [keeper, anew]) {
    each.adopt(server.tag());
    await jest.advanceTimersByTimeAsync(10_000);
    expect(each.state).toMatchObject({ saving: 'conflict', conflicts: [{ field: 'title', mine: 'mine', theirs: 'theirs' }] });
  }
  expect(server.stored()).toMatchObject({ title: 'theirs', summary: 'theirs too' });
});

it('sends a section and a kind of support as part of their wholes', () => {
  expect(patchOf({ 'sections.solution': ['a'], 'sections.results': [], 'support.during': 'x', title: 't' })).toEqual({
    sections: { solution: ['a'], results: [] },
    support: { during: 'x' },
    title: 't',
  });
});

it('two equal edits are no conflict', () => {
  const base = aStudyDetail();
  const both = { ...base, title: 'same' };
  expect(merge(base, both, both).conflicts).toEqual([]);
  expect(changesBetween(base, both)).toEqual({ title: 'same' });
});

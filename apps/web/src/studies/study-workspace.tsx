import type { Finding, StudyDetail } from '@caseboard/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Tagged } from '../platform/api';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { TabPanel } from '../ui/choose';
import { faultText } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { ConflictNotes } from './conflict-notes';
import { GapBar } from './gap-bar';
import { LifeActions } from './life-actions';
import { SavedState } from './saved-state';
import { StudyContext, type StudyOnPage } from './study-context';
import { StudyHead } from './study-head';
import { gapsOf, studyTabs, tabOfPlace, type StudyTab } from './study-places';
import { useStanding, useStudyKeeper } from './study.queries';
import { setting } from './study-keeper';
import { WorthPanel } from './worth-panel';
import { WriteTab } from './write-tab';
import styles from './study-page.module.css';

const tabs = {
  facts: lazy(async () => ({ default: (await import('./facts-tab')).FactsTab })),
  links: lazy(async () => ({ default: (await import('./links-tab')).LinksTab })),
  preview: lazy(async () => ({ default: (await import('./preview-tab')).PreviewTab })),
  'copy-pack': lazy(async () => ({ default: (await import('./copy-pack-tab')).CopyPackTab })),
  history: lazy(async () => ({ default: (await import('./history-tab')).HistoryTab })),
} as const;

const words = defineWords(
  { studies: 'Studies', untitled: 'Untitled study', panel: 'What this study is worth' },
  { studies: '案例', untitled: '未命名案例', panel: '此案例的价值' },
);

/** One study: its text, facts, links, preview, copy pack and history, all over the same draft. */
export function StudyWorkspace({ tagged }: { tagged: Tagged<StudyDetail> }) {
  const say = useWords(words);
  const may = useMay();
  const [keeper, state] = useStudyKeeper(tagged);
  const { draft } = state;
  const standing = useStanding(state, keeper.unsaved);
  const gaps = useMemo(() => (standing ? gapsOf(standing) : []), [standing]);
  const [tab, goTo] = usePlaces();
  const shown = tab === 'history' && !may('history.read') ? 'write' : tab;
  const next = useNextGap(
    gaps.map(({ place }) => place),
    goTo,
  );

  const study = useMemo(
    (): StudyOnPage => ({
      draft,
      standing,
      gaps,
      mayEdit: draft.mayEdit,
      set: (field, value) => keeper.edit(setting(field, value)),
      edit: keeper.edit,
      finding: (code) => findingOf(code, standing),
      marksAt: (path, text) =>
        standing && draft.visibility === 'anonymous'
          ? standing.names.places.filter((place) => place.path === path && text.slice(place.start, place.end) === place.name)
          : [],
      faultOf: (field) => (state.saving === 'refused' ? faultText(state.error, field) : undefined),
      goTo,
    }),
    [draft, standing, gaps, keeper, state.saving, state.error, goTo],
  );

  useSaveKey(() => void keeper.flush());
  const Tab = shown === 'write' ? WriteTab : tabs[shown];
  const title = draft.title.trim() || say('untitled');
  return (
    <StudyContext value={study}>
      <PageFrame
        title={draft.customerName ?? title}
        crumbs={[{ label: say('studies'), link: { to: '/studies' } }]}
        asOf
        width="full"
        actions={
          <>
            {draft.mayEdit && <SavedState state={state} keeper={keeper} />}
            <LifeActions stored={state.stored} flush={keeper.flush} gaps={gaps} />
          </>
        }
      >
        <StudyHead tab={shown} title={title} />
        <ConflictNotes keeper={keeper} state={state} />
        <div className={styles.body}>
          <TabPanel of={shown} className={styles.panel}>
            <Suspense
              fallback={
                <div className={styles.waiting}>
                  <StrokeRows rows={8} />
                </div>
              }
            >
              <Tab />
            </Suspense>
          </TabPanel>
          {(shown === 'write' || shown === 'facts' || shown === 'links') && (
            <aside className={styles.aside} aria-label={say('panel')}>
              <WorthPanel />
            </aside>
          )}
        </div>
        {gaps.length > 0 && draft.mayEdit && <GapBar onNext={next} />}
      </PageFrame>
    </StudyContext>
  );
}

function findingOf(code: string, standing: StudyOnPage['standing']): Finding | undefined {
  const general = standing?.general.find((finding) => finding.code === code);
  if (general) return general;
  const asked = (standing?.linked ?? []).flatMap(({ findings }) => findings.filter((finding) => finding.code === code));
  return asked.find(({ outcome }) => outcome !== 'met') ?? asked[0];
}

/** The tab in the address, and a way to any place on any tab. */
function usePlaces(): [StudyTab, (place: string) => void] {
  const search: { tab?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = studyTabs.find((each) => each === search.tab) ?? 'write';
  const [wanted, setWanted] = useState<{ place: string } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let tries = 0;
    // The tab may still be on its way.
    const timer = setInterval(() => {
      if (focusOn(wanted.place) || ++tries > 40) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }, [wanted, tab]);
  const goTo = useMemo(
    () => (place: string) => {
      const of = tabOfPlace(place);
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, tab: of === 'write' ? undefined : of }),
        resetScroll: false,
      });
      setWanted({ place });
    },
    [navigate],
  );
  return [tab, goTo];
}

function focusOn(place: string): boolean {
  const at = CSS.escape(place);
  const spot =
    document.querySelector<HTMLElement>(`[data-place="${at}"]`) ??
    document.querySelector<HTMLElement>(`[data-place^="${at}["], [data-place^="${at}."]`);
  if (!spot) return false;
  spot.scrollIntoView({ block: 'center', behavior: 'smooth' });
  spot.querySelector<HTMLElement>('textarea, input, select, button')?.focus({ preventScroll: true });
  return true;
}

/** Alt and ↓ go from gap to gap, round and round. */
function useNextGap(places: readonly string[], goTo: (place: string) => void): () => void {
  const at = useRef(-1);
  const go = () => {
    if (places.length === 0) return;
    at.current = (at.current + 1) % places.length;
    goTo(places[at.current] as string);
  };
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (!event.altKey || event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('select, [role="combobox"], [aria-haspopup="listbox"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return () => latest.current();
}

/** Ctrl or ⌘ S saves now, as the fingers know it. */
function useSaveKey(save: () => void) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

import { figureNames, type FigureName, type SpecializationPage } from '@caseboard/contracts';
import { asksFor } from '@caseboard/domain';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ErrorNote, Note } from '../ui/note';
import { Section } from '../ui/page-frame';
import { FigureRow } from './figure-row';
import { specializationWords } from './specialization.words';
import { useEditEntry, useResetEntry } from './specialization.queries';
import styles from './specialization.module.css';

/** What the specialization asks, each figure with where it stands; confirmed or corrected on the spot. */
export function Asks({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const may = useMay();
  const { entry } = page;
  const edit = useEditEntry(entry.code);
  const reset = useResetEntry(entry.code);
  const shown = figureNames.filter((figure) => matters(figure, page));
  const assumed = shown.filter((figure) => entry.figures[figure]?.state === 'assumed');
  return (
    <>
      <Section title={say('asks')}>
        {assumed.length > 0 && <Note tone="warning">{say('assumedNote', { assumed: assumed.length, all: shown.length })}</Note>}
        {edit.error ? <ErrorNote error={edit.error} /> : null}
        {reset.error ? <ErrorNote error={reset.error} /> : null}
        <ul className={styles.figures}>
          {shown.map((figure) => (
            <FigureRow key={figure} figure={figure} page={page} edit={edit} mayEdit={may('catalog.edit')} />
          ))}
        </ul>
        <Source page={page} />
        {entry.builtIn && entry.edited && may('catalog.edit') && (
          <Button look="link" busy={reset.isPending} onClick={() => reset.mutate()}>
            {say('reset')}
          </Button>
        )}
      </Section>
      <Lifecycle page={page} edit={edit} />
      <Beside page={page} />
    </>
  );
}

/** Flags that are off and lists that are empty ask nothing and are left out, unless someone edited them. */
function matters(figure: FigureName, { entry: { requires, figures } }: SpecializationPage): boolean {
  return asksFor(requires, figure) || figures[figure]?.state === 'edited';
}

function Source({ page: { entry } }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const provenance = entry.provenance as { why?: string; source?: { url?: string; title?: string; version?: string } } | undefined;
  const source = provenance?.source;
  if (!source?.title) return null;
  return (
    <p className={styles.source}>
      <Icon name="page" />
      <span>
        {source.url && /^https?:\/\//.test(source.url) ? (
          <a href={source.url} target="_blank" rel="noreferrer noopener">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        {source.version && `, ${source.version}`}
        {provenance?.why && (
          <small>
            {say('why')}: {provenance.why}
          </small>
        )}
      </span>
    </p>
  );
}

function Lifecycle({ page: { entry }, edit }: { page: SpecializationPage; edit: ReturnType<typeof useEditEntry> }) {
  const say = useWords(specializationWords);
  const may = useMay();
  const { day } = useDays();
  const { newApplicationsUntil, endsOn, reported } = entry.lifecycle;
  const dayOr = (value: unknown) => (typeof value === 'string' ? day(value, 'plain') : say('open_'));
  if (newApplicationsUntil || endsOn)
    return <Note tone="warning">{say('lifecycle', { until: dayOr(newApplicationsUntil), end: dayOr(endsOn) })}</Note>;
  if (!reported) return null;
  return (
    <Section title={say('reported')}>
      <Note
        tone="neutral"
        actions={
          may('catalog.edit') && (
            <Button size="small" busy={edit.isPending} onClick={() => edit.mutate({ lifecycleConfirmed: true })}>
              {say('reportedConfirm')}
            </Button>
          )
        }
      >
        {say('reportedText', { by: dayOr(reported.newApplicationsClosedBy), end: dayOr(reported.endsOn) })}
        {typeof reported.basis === 'string' && <small className={styles.basis}>{reported.basis}</small>}
      </Note>
    </Section>
  );
}

/** What stands beside the studies: prerequisites, effects elsewhere, categories, notes. Shown, never decided. */
function Beside({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const language = useLanguage();
  const { entry, categories } = page;
  const { requires } = entry;
  const asked = entry.prerequisites as { apnStage?: string; minTier?: string; ftr?: boolean } | undefined;
  const also = [
    asked?.apnStage && say('stage', { stage: asked.apnStage }),
    asked?.minTier && say('tier', { tier: capital(asked.minTier) }),
    asked?.ftr && say('ftr'),
  ].filter((text) => typeof text === 'string');
  const effects = textsOf(entry.crossEffects);
  const notes = textsOf(entry.notes);
  return (
    <>
      {/* Where no study need name its category, a list of "0 count" would only mislead. */}
      {(requires.categoryPerStudy || requires.categoriesCovered > 0) && categories.length > 0 && (
        <Section title={say('categories')}>
          <ul className={styles.plainList}>
            {categories.map(({ name, supporting }) => (
              <li key={name}>
                <span>{name}</span>
                <small>{say('categoryCount', { count: supporting })}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {also.length > 0 && (
        <Section title={say('also')}>
          <p className={styles.small}>{say('alsoNote')}</p>
          <ul className={styles.plainList}>
            {also.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {effects.length > 0 && (
        <Section title={say('worth')}>
          <ul className={styles.plainList}>
            {effects.map((text) => (
              <li key={text} lang="en">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {notes.length > 0 && (
        <details className={styles.notes}>
          <summary>
            {say('notes')} {notes.length}
          </summary>
          <ul lang={language === 'zh' ? 'en' : undefined}>
            {notes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

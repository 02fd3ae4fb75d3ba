import { programmeWords, readinessWords } from '@caseboard/wording';
import { useAsOf } from '../platform/as-of';
import { useListState } from '../platform/list-state';
import { useMay } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { choicesOf, isChosen } from '../ui/choices';
import { FilterChip } from '../ui/choose';
import { SearchField } from '../ui/data-table-bar';
import { EmptyState } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { ReadinessList } from '../readiness/readiness-list';
import { useReadiness } from '../readiness/readiness.queries';
import styles from './specializations.module.css';

const words = defineWords(
  {
    title: 'Specializations',
    lead: '{ready} of {all} with studies or as targets are ready.',
    search: 'Find among {count} specializations',
    status: 'Status',
    programme: 'Programme',
    shown: 'Show',
    mine: 'targets and with studies',
    empty: 'No targets and no studies yet',
    emptyText: 'Choose the specializations you promised, or look through the whole catalog.',
    choose: 'Choose targets',
    showAll: 'Show all {count}',
  },
  {
    title: '专业认证',
    lead: '目标和已有案例的 {all} 个中，{ready} 个就绪。',
    search: '在 {count} 个专业认证中查找',
    status: '状态',
    programme: '项目',
    shown: '显示',
    mine: '目标和已有案例的',
    empty: '还没有目标和案例',
    emptyText: '请选择您已承诺的专业认证，或浏览整个目录。',
    choose: '选择目标',
    showAll: '显示全部 {count} 个',
  },
);

/** The specializations that matter to this portfolio, or all of the catalog, with what each has and lacks. */
export function Page() {
  const say = useWords(words);
  const language = useLanguage();
  const { isToday } = useAsOf();
  const may = useMay();
  const { data, error, refetch } = useReadiness();
  const state = useListState({ filters: ['status', 'programme', 'show'] });
  const { status, programme, show } = state.filters;
  const all = data?.specializations ?? [];
  const mine = all.filter(({ target, held, linked }) => target || held || linked > 0);
  const search = state.search.trim().toLowerCase();
  const from = show === 'all' || search !== '' ? all : mine;
  const rows =
    data &&
    from.filter(
      (each) => isChosen(status, each.status) && isChosen(programme, each.programme ?? '') && each.name.toLowerCase().includes(search),
    );
  return (
    <PageFrame title={say('title')} asOf width="wide">
      <PageHead title={say('title')}>
        {mine.length > 0 &&
          isToday &&
          say('lead', { ready: mine.filter(({ status: each }) => each !== 'not-ready').length, all: mine.length })}
      </PageHead>
      <div className={styles.bar}>
        <SearchField
          value={state.search}
          onChange={(text) => state.set({ search: text })}
          placeholder={say('search', { count: all.length })}
        />
        <FilterChip
          name={say('status')}
          value={status}
          options={choicesOf(readinessWords[language])}
          onChange={(value) => state.set({ status: value })}
        />
        <FilterChip
          name={say('programme')}
          value={programme}
          options={choicesOf(programmeWords[language])}
          onChange={(value) => state.set({ programme: value })}
        />
        <FilterChip
          name={say('shown')}
          value={show === 'all' ? '' : 'mine'}
          single
          options={[{ value: 'mine', label: say('mine') }]}
          onChange={(mine) => state.set({ show: mine ? '' : 'all' })}
        />
      </div>
      <ReadinessList
        rows={rows}
        error={error}
        retry={() => void refetch()}
        empty={
          data && mine.length === 0 && !state.isFiltered ? (
            <EmptyState
              title={say('empty')}
              actions={
                <>
                  {may('settings.edit') && <ButtonLink to="/settings">{say('choose')}</ButtonLink>}
                  <Button onClick={() => state.set({ show: 'all' })}>{say('showAll', { count: all.length })}</Button>
                </>
              }
            >
              {say('emptyText')}
            </EmptyState>
          ) : undefined
        }
      />
    </PageFrame>
  );
}

import { Injectable } from '@nestjs/common';
import { specializationFilters, specializationSorts, type Page, type SpecializationRow } from '@caseboard/contracts';
import { fold } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { byOrder, byText, collatorOf, listQuery, pageOf, searchWords, several, type Compare } from '../platform/list.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { toRow } from './specialization-views.js';

export const specializationListQuery = listQuery(specializationSorts, specializationFilters);
export type SpecializationListQuery = z.infer<typeof specializationListQuery>;

/** The catalog as a list: built-in entries in the order of their file, then own ones, unless sorted otherwise. */
@Injectable()
export class SpecializationListService {
  constructor(private readonly portfolio: PortfolioService) {}

  async page(me: SignedInPerson, query: SpecializationListQuery): Promise<Page<SpecializationRow>> {
    const snapshot = await this.portfolio.current();
    return pageOf(this.found(snapshot, me, query), query, (row) => row);
  }

  /** All entries of the list in its order. */
  found(snapshot: Snapshot, me: SignedInPerson, query: SpecializationListQuery): readonly SpecializationRow[] {
    const rows = snapshot.memo('catalog rows', () => snapshot.portfolio.specializations.map((entry) => toRow(snapshot, entry)));
    const wanted = rows.filter(filterOf(query));
    const { sort = 'position' } = query;
    if (sort === 'position') return wanted;
    return sort === '-position' ? wanted.toReversed() : wanted.toSorted(compareBy(me.language, sort));
  }
}

type NamedSort = Exclude<(typeof specializationSorts)[number], 'position'>;

function compareBy(language: string, sort: string): Compare<SpecializationRow> {
  const descending = sort.startsWith('-');
  const collator = collatorOf(language);
  const compares: { readonly [S in NamedSort]: Compare<SpecializationRow> } = {
    name: byText(({ name }) => name, collator, descending),
    programme: byText(({ programme }) => programme, collator, descending),
    studies: byOrder(({ requires }) => requires.studies, descending),
    assumed: byOrder(({ assumed }) => assumed, descending),
    linked: byOrder(({ linked }) => linked, descending),
  };
  return compares[sort.replace('-', '') as NamedSort];
}

function filterOf(query: SpecializationListQuery): (row: SpecializationRow) => boolean {
  const programmes = several(query.programme);
  const paths = several(query.path);
  const ids = several(query.ids);
  const words = searchWords(query.search);
  const answers = (asked: 'yes' | 'no' | undefined, is: boolean) => asked === undefined || is === (asked === 'yes');
  return (row) =>
    (!programmes || programmes.has(row.programme ?? 'none')) &&
    (!paths || paths.has(String(row.path))) &&
    (!ids || ids.has(row.code)) &&
    answers(query.assumed, row.assumed > 0) &&
    answers(query.target, row.target !== null) &&
    answers(query.held, row.held) &&
    answers(query.own, !row.builtIn) &&
    answers(query.linked, row.linked > 0) &&
    stands(words, row);
}

function stands(words: readonly string[], { code, name, aliases }: SpecializationRow): boolean {
  if (words.length === 0) return true;
  const text = fold([code, name, ...aliases].join('\n'));
  return words.every((word) => text.includes(word));
}

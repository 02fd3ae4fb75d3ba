import type { SpecializationReadiness } from '@caseboard/contracts';
import { useState } from 'react';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { SearchField } from '../ui/data-table-bar';
import { Mark } from '../ui/mark';
import { readinessPageWords } from './readiness.words';
import styles from './readiness.module.css';

const rank = { 'at-risk': 0, ready: 1, 'not-ready': 2 } as const;

/** The specializations at the left: have and need of each; picking one shows its column. */
export function Picker({
  specializations,
  picked,
  onPick,
}: {
  specializations: readonly SpecializationReadiness[];
  picked: string;
  onPick: (code: string) => void;
}) {
  const say = useWords(readinessPageWords);
  const [search, setSearch] = useState('');
  const found = specializations.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const groups = [
    ['targets', found.filter(({ target }) => target)],
    ['linked', found.filter(({ target, linked }) => !target && linked > 0)],
    ['others', search ? found.filter(({ target, linked }) => !target && linked === 0) : []],
  ] as const;
  return (
    <nav className={styles.picker} aria-label={say('name')}>
      <SearchField value={search} onChange={setSearch} placeholder={say('find', { count: specializations.length })} />
      <div className={styles.pickerList}>
        {groups.map(
          ([title, entries]) =>
            entries.length > 0 && (
              <section key={title}>
                <h2>
                  {say(title)} <span>{entries.length}</span>
                </h2>
                <ul>
                  {[...entries]
                    .sort((a, b) => rank[a.status] - rank[b.status] || (a.readyThrough ?? 'z').localeCompare(b.readyThrough ?? 'z'))
                    .map((each) => (
                      <li key={each.code}>
                        <button
                          type="button"
                          aria-pressed={each.code === picked}
                          onClick={() => onPick(each.code === picked ? '' : each.code)}
                        >
                          <Mark of={each.status} soft={!each.target} size={14} />
                          <span>{specializationName(each.name)}</span>
                          <small>
                            {each.supporting.length}/{each.needs.studies}
                          </small>
                        </button>
                      </li>
                    ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </nav>
  );
}

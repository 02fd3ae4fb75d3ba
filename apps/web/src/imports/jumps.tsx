import type { ImportAnswer } from '@caseboard/contracts';
import { formatCount } from '@caseboard/wording';
import { useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { countsOf, partIcons, type Part } from './import-parts';
import { importWords } from './import.words';
import styles from './import.module.css';

/** How much of what there is, each leading to its part. A folded part opens on the way. */
export function Jumps({ answer, shown }: { answer: ImportAnswer; shown: readonly Part[] }) {
  const say = useWords(importWords);
  const counts = countsOf(answer);
  return (
    <nav aria-label={say('parts')} className={styles.jumps}>
      <ul>
        {shown.map((part) => (
          <li key={part} data-of={part} data-none={counts[part] === 0 || undefined}>
            <button type="button" onClick={() => jumpTo(part)}>
              <Icon name={partIcons[part]} />
              {say(part)} <b>{formatCount(counts[part])}</b>
            </button>
          </li>
        ))}
        <li className={styles.jumpToCommit}>
          <button type="button" onClick={() => jumpTo('effect')}>
            <Icon name="arrow" />
            {say('effect')}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function jumpTo(id: Part | 'effect'): void {
  const section = document.getElementById(id);
  section?.querySelector<HTMLElement>('button[aria-expanded="false"]:only-child')?.click();
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('h2[tabindex], h2 > button')?.focus({ preventScroll: true });
}

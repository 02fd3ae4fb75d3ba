import type { HomeAnswer } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { homeWords } from './home.words';
import styles from './home.module.css';

/** How many studies there are, each number a link to its list. */
export function PortfolioCounts({ studies }: { studies: HomeAnswer['studies'] | undefined }) {
  const say = useWords(homeWords);
  const counts = [
    ['active', say('activeStudies')],
    ['draft', say('drafts')],
    ['retired', say('retired')],
  ] as const;
  return (
    <Section title={say('portfolio')}>
      <dl className={styles.portfolio}>
        {counts.map(([status, label]) => (
          <div key={status}>
            <dt>{label}</dt>
            <dd>
              {studies && (
                <Link to="/studies" search={{ status }} className={styles.plain}>
                  {studies[status]}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

import type { AlertDetail } from '@caseboard/contracts';
import { useEffortText, useWayText, WayOutButton, WayOutCosts } from '../home/way-out';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { alertDetailWords } from './alert.words';
import styles from './alert.module.css';

/** The cheapest thing to do about the first loss, in the words and with the button of Home. */
export function WayOutSection({ alert }: { alert: AlertDetail }) {
  const say = useWords(alertDetailWords);
  const effort = useEffortText();
  const text = useWayText();
  const { way, falls } = alert.consequence;
  if (falls.length === 0) return null;
  return (
    <Section title={say('way')}>
      {!way ? (
        <p className={styles.quiet}>{say(falls.some(({ stopsBeingReady }) => stopsBeingReady) ? 'wayMended' : 'wayNone')}</p>
      ) : (
        <div className={styles.way}>
          <div className={styles.wayText}>
            <p>
              <b>{say('wayFor', { name: specializationName(way.name) })}</b> {text(way.wayOut, way.name)}
            </p>
            <WayOutCosts wayOut={way.wayOut} />
          </div>
          <div className={styles.wayDo}>
            <WayOutButton wayOut={way.wayOut} specialization={way.specialization} look="strong" />
            <small>{effort(way.wayOut)}</small>
          </div>
        </div>
      )}
    </Section>
  );
}

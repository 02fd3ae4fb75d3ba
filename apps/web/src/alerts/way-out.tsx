import type { AlertDetail, WayOut } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { homeWords, type HomeWord } from '../home/home.words';
import { ButtonLink } from '../ui/button';
import { Section } from '../ui/page-frame';
import { alertDetailWords } from './alert.words';
import styles from './alert.module.css';

/** The cheapest thing to do about the first loss, in the words and with the button of Home. */
export function WayOutSection({ alert }: { alert: AlertDetail }) {
  const say = useWords(alertDetailWords);
  const home = useWords(homeWords);
  const text = useWayText();
  const { way, falls } = alert.consequence;
  if (falls.length === 0) return null;
  return (
    <Section title={say('way')}>
      {!way ? (
        <p className={styles.quiet}>{say(falls.some(({ stopsBeingReady }) => stopsBeingReady) ? 'wayUnknown' : 'wayNone')}</p>
      ) : (
        <div className={styles.way}>
          <p>
            <b>{say('wayFor', { name: specializationName(way.name) })}</b> {text(way.wayOut, way.name)}
          </p>
          <div className={styles.wayDo}>
            <WayOutButton wayOut={way.wayOut} specialization={way.specialization} />
            <small>{way.wayOut.effort > 0 ? home('effort', { points: way.wayOut.effort }) : home('noWork')}</small>
          </div>
        </div>
      )}
    </Section>
  );
}

function WayOutButton({ wayOut, specialization }: { wayOut: WayOut; specialization: string }) {
  const say = useWords(homeWords);
  const may = useMay();
  if (!may('study.edit')) {
    return (
      <ButtonLink look="strong" to="/specializations/$code" params={{ code: specialization }}>
        {say('doLook')}
      </ButtonLink>
    );
  }
  if (!wayOut.study) {
    return (
      <ButtonLink look="strong" to="/studies/new" search={{ for: specialization }}>
        {say('doNew')}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      look="strong"
      to="/studies/$id"
      params={{ id: wayOut.study }}
      search={{ for: specialization, tab: wayOut.kind === 'link' ? 'links' : undefined }}
    >
      {say(actions[wayOut.kind], { gaps: wayOut.gaps })}
    </ButtonLink>
  );
}

export function useWayText(): (wayOut: WayOut, specialization: string) => string {
  const say = useWords(homeWords);
  const { day } = useDays();
  return (wayOut, specialization) =>
    say(ways[wayOut.kind], {
      gaps: wayOut.gaps,
      study: wayOut.customer ?? `“${wayOut.title ?? ''}”`,
      name: specializationName(specialization),
      through: wayOut.readyThrough && wayOut.readyThrough !== 'open' ? day(wayOut.readyThrough) : 'none',
    });
}

const ways = {
  'correct-url': 'wayCorrect',
  'close-gaps': 'wayClose',
  'activate-draft': 'wayActivate',
  link: 'wayLink',
  'new-study': 'wayNew',
} as const satisfies { [K in WayOut['kind']]: HomeWord };

const actions = {
  'correct-url': 'doCorrect',
  'close-gaps': 'doClose',
  'activate-draft': 'doActivate',
  link: 'doLink',
  'new-study': 'doNew',
} as const satisfies { [K in WayOut['kind']]: HomeWord };

import type { WayOut } from '@caseboard/contracts';
import { swapCostWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { homeWords, type HomeWord } from './home.words';
import styles from './home.module.css';

type Look = 'strong' | 'normal';

/** One button that leads to where the way out is done; to the specialization for whoever may not edit, or where there is none. */
export function WayOutButton({ wayOut, specialization, look }: { wayOut: WayOut | null; specialization: string; look: Look }) {
  const say = useWords(homeWords);
  const may = useMay();
  if (!wayOut || !may('study.edit')) {
    return (
      <ButtonLink look={look} to="/specializations/$code" params={{ code: specialization }}>
        {say('doLook')}
      </ButtonLink>
    );
  }
  if (!wayOut.study) {
    return (
      <ButtonLink look={look} to="/studies/new" search={{ for: specialization }}>
        {say('doNew')}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      look={look}
      to="/studies/$id"
      params={{ id: wayOut.study }}
      search={{ for: specialization, tab: wayOut.kind === 'link' ? 'links' : undefined }}
    >
      {say(actions[wayOut.kind], { gaps: wayOut.gaps })}
    </ButtonLink>
  );
}

/** What it costs, in points of effort. */
export function useEffortText(): (wayOut: WayOut) => string {
  const say = useWords(homeWords);
  return ({ effort }) => (effort > 0 ? say('effort', { points: effort }) : say('noWork'));
}

/** What the way out costs elsewhere, in red: it is done today, whatever the day asked about. */
export function WayOutCosts({ wayOut }: { wayOut: WayOut }) {
  const say = useWords(swapCostWords);
  const { day } = useDays();
  return wayOut.costs.map(({ code, name, on }) => (
    <p key={code} className={styles.cost}>
      {say('cost', { name: specializationName(name), day: day(on) })}
    </p>
  ));
}

/** What to do, as a sentence. */
export function useWayText(): (wayOut: WayOut, specialization: string) => string {
  const say = useWords(homeWords);
  const { day } = useDays();
  return (wayOut, specialization) =>
    say(ways[wayOut.kind], {
      gaps: wayOut.gaps,
      study: wayOut.customer ?? `“${wayOut.title ?? ''}”`,
      name: specializationName(specialization),
      through: wayOut.readyThrough === null ? 'short' : wayOut.readyThrough === 'open' ? 'none' : day(wayOut.readyThrough),
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

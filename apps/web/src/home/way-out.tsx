import type { WayOut } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { homeWords, type HomeWord } from './home.words';

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

/** What to do, as a sentence. */
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

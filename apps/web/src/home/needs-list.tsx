import type { Need } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords, type Say } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { Mark, type MarkOf } from '../ui/mark';
import { homeWords, type HomeWord } from './home.words';
import { joinNames, subjectOf } from './subject';
import { useEffortText, useWayText, WayOutButton, WayOutCosts } from './way-out';
import styles from './home.module.css';

const marks: { readonly [K in Need['kind']]: MarkOf } = {
  lost: 'not-ready',
  'will-be-lost': 'at-risk',
  'short-for-submission': 'not-ready',
  'own-study-blocked': 'blocked',
  'own-study-expires': 'expires-soon',
};

/** So much a person can do on a morning. */
export const aMorning = 5;

/** What needs the reader, most harmful first: shape, sentence, day, one button and its effort. */
export function NeedsList({ needs, asOf }: { needs: readonly Need[]; asOf: string }) {
  const say = useWords(homeWords);
  const [all, setAll] = useState(false);
  const shown = all ? needs : needs.slice(0, aMorning);
  if (needs.length === 0) return null;
  return (
    <>
      <ol className={styles.needs} aria-label={say('needsLabel')}>
        {shown.map((need, index) => (
          <NeedRow
            key={`${need.kind} ${need.specialization?.code ?? ''} ${need.causes[0]?.id ?? ''}`}
            need={need}
            asOf={asOf}
            first={index === 0}
          />
        ))}
      </ol>
      {shown.length < needs.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {say('others', { count: needs.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function NeedRow({ need, asOf, first }: { need: Need; asOf: string; first: boolean }) {
  const say = useWords(homeWords);
  const { day, distance } = useDays();
  const way = useWayText();
  return (
    <li className={styles.need}>
      <Mark of={marks[need.kind]} label="" size={20} />
      <div className={styles.needText}>
        <h2>{headline(need, asOf, say, (on) => day(on, 'plain'))}</h2>
        <p>
          {cause(need, say)} {need.wayOut && way(need.wayOut, need.specialization?.name ?? '')}
        </p>
        {need.wayOut && <WayOutCosts wayOut={need.wayOut} />}
      </div>
      <div className={styles.needDay}>
        {need.on ? (
          <>
            <span>{need.on < asOf ? say('since', { day: day(need.on, 'week') }) : day(need.on, 'week')}</span>
            <small>{distance(asOf, need.on)}</small>
          </>
        ) : (
          <span>{say('now', { day: day(asOf, 'week') })}</span>
        )}
      </div>
      <NeedAction need={need} first={first} />
    </li>
  );
}

/** One button that leads to where it is done, and what it costs. */
function NeedAction({ need, first }: { need: Need; first: boolean }) {
  const say = useWords(homeWords);
  const may = useMay();
  const effort = useEffortText();
  const look = first ? 'strong' : 'normal';
  const { wayOut, specialization } = need;
  const study = wayOut?.study ?? need.causes[0]?.id;
  const own = need.kind === 'own-study-blocked' || need.kind === 'own-study-expires';
  if (own && study) {
    return (
      <div className={styles.needDo}>
        <ButtonLink to="/studies/$id" params={{ id: study }} look={look}>
          {say('doOpen')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles.needDo}>
      {specialization && <WayOutButton wayOut={wayOut} specialization={specialization.code} look={look} />}
      {wayOut && may('study.edit') && <small>{effort(wayOut)}</small>}
    </div>
  );
}

function headline(need: Need, asOf: string, say: Say<HomeWord>, day: (on: string) => string): string {
  const name = need.specialization ? specializationName(need.specialization.name) : '';
  const title = need.causes[0]?.title ?? '';
  const on = need.on ? day(need.on) : '';
  switch (need.kind) {
    case 'lost':
      return need.on ? say('lost', { name, day: on }) : say('lostOpen', { name });
    case 'will-be-lost':
      return say('willBeLost', { name, day: on });
    case 'short-for-submission':
      return say('short', { name, short: Math.max(1, need.needs - need.have) });
    case 'own-study-blocked':
      return say('ownBlocked', { name, title });
    case 'own-study-expires':
      return say(need.on !== null && need.on <= asOf ? 'ownExpired' : 'ownExpires', { title, day: on });
  }
}

function cause(need: Need, say: Say<HomeWord>): string {
  const { have, needs, causes, kind } = need;
  const customers = joinNames(causes.map(subjectOf));
  if (kind === 'short-for-submission') return say('causeShort', { have, needs });
  if (kind === 'own-study-blocked' || kind === 'own-study-expires')
    return need.specialization ? say('causeOwn', { name: specializationName(need.specialization.name), have, needs }) : '';
  if (need.wayOut?.kind === 'correct-url' && kind === 'lost') return say('causeBroken', { customer: customers, have, needs });
  return say(kind === 'lost' ? 'causeLostOut' : 'causeOut', { customers, count: causes.length, have, needs });
}

import type { AlertKind, Consequence, Fall } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import { Section, TextLink } from '../ui/page-frame';
import { alertDetailWords } from './alert.words';
import { alertWords } from './alerts.words';
import styles from './alert.module.css';

/** Which specializations count fewer studies from the day on, and which of them stop being ready. */
export function Falls({ consequence, kind, isPast }: { consequence: Consequence; kind: AlertKind; isPast: boolean }) {
  const say = useWords(alertDetailWords);
  const general = useWords(alertWords);
  const { falls, together } = consequence;
  return (
    <Section title={say('costs')}>
      {falls.length === 0 ? (
        <p className={styles.quiet}>{kind === 'study-expiry' ? say('costsNone') : `${general(kind)}.`}</p>
      ) : (
        <table className={styles.falls}>
          <thead>
            <tr>
              <th scope="col">{say('specialization')}</th>
              <th scope="col">{say('before')}</th>
              <th scope="col">{say('after')}</th>
              <th scope="col">{say('needs')}</th>
              <th scope="col">{say('becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {falls.map((fall) => (
              <Row key={fall.specialization} fall={fall} isPast={isPast} />
            ))}
          </tbody>
        </table>
      )}
      {together.length > 0 && (
        <p className={styles.together}>
          {say('together')}{' '}
          {together.map(({ id, title, customer }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <TextLink to="/studies/$id" params={{ id }}>
                {customer ?? (title || id)}
              </TextLink>
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function Row({ fall, isPast }: { fall: Fall; isPast: boolean }) {
  const say = useWords(alertDetailWords);
  const { name, specialization, before, after, needs, stopsBeingReady, target, held } = fall;
  const stays = after.studies >= needs.studies && after.public >= needs.public && after.categories >= needs.categories;
  // Red is for what was promised.
  const isPromised = stopsBeingReady && (target || held);
  const result = stopsBeingReady ? (isPast ? 'stopped' : 'stops') : stays ? 'stays' : 'stillNot';
  return (
    <tr>
      <th scope="row">
        <span className={styles.fallName}>
          <Mark of={stopsBeingReady || !stays ? 'not-ready' : 'ready'} label="" soft={!isPromised} />
          <Link to="/specializations/$code" params={{ code: specialization }}>
            {specializationName(name)}
          </Link>
        </span>
      </th>
      <Count of={before} needs={needs} head={say('before')} />
      <Count of={after} needs={needs} head={say('after')} />
      <Count of={needs} needs={needs} head={say('needs')} />
      <td className={isPromised ? styles.stops : undefined}>{say(result)}</td>
    </tr>
  );
}

/** Studies, and below them the public ones and the categories where these are asked for. */
function Count({ of, needs, head }: { of: Fall['before']; needs: Fall['needs']; head: string }) {
  const say = useWords(alertDetailWords);
  const more = [
    ...(needs.public > 0 ? [say('publicOnes', { count: of.public })] : []),
    ...(needs.categories > 0 ? [say('categories', { count: of.categories })] : []),
  ];
  return (
    <td data-head={head}>
      <b>{of.studies}</b>
      {more.length > 0 && <small>{more.join(' · ')}</small>}
    </td>
  );
}

import type { SpecializationPage } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../platform/words';
import { Meter } from '../ui/meter';
import { specializationWords } from './specialization.words';
import styles from './specialization.module.css';

/** Four facts in one line, each number a link to its list. */
export function Facts({ page: { readiness } }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const { code, needs, status, spare, critical, supporting, publicSupporting } = readiness;
  const soft = !readiness.target;
  return (
    <dl className={styles.facts}>
      <Fact label={say('studies')}>
        <Link to="/studies" search={{ supports: code }}>
          {supporting.length}
        </Link>
        <small>{say('of', { needs: needs.studies })}</small>
        <Meter have={supporting.length} needs={needs.studies} status={status} soft={soft} pipsOnly />
      </Fact>
      <Fact label={say('public')}>
        <Link to="/studies" search={{ supports: code, visibility: 'public,anonymous' }}>
          {publicSupporting}
        </Link>
        <small>{needs.public > 0 ? say('of', { needs: needs.public }) : say('noneAsked')}</small>
        {needs.public > 0 && (
          <Meter
            have={publicSupporting}
            needs={needs.public}
            status={publicSupporting >= needs.public ? 'ready' : 'not-ready'}
            soft={soft}
            pipsOnly
          />
        )}
      </Fact>
      <Fact label={say('spare')}>
        <b>{spare >= 0 ? spare : '–'}</b>
        <small>{spare < 0 ? say('spareNo') : spare === 0 ? say('spareNone') : say('spareSome', { count: spare })}</small>
      </Fact>
      <Fact label={say('critical')}>
        {critical.length > 0 ? (
          <Link to="/studies" search={{ ids: critical.join(',') }}>
            {critical.length}
          </Link>
        ) : (
          <b>{spare < 0 ? '–' : 0}</b>
        )}
        <small>
          {spare < 0 ? say('spareNo') : critical.length > 0 ? say('criticalSome', { count: critical.length }) : say('criticalNone')}
        </small>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

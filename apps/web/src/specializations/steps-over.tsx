import type { ReadinessStep, SpecializationPage } from '@caseboard/contracts';
import { lazy, Suspense } from 'react';
import { addDays, addMonths } from '../platform/calendar';
import { useAsOf } from '../platform/as-of';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { specializationWords } from './specialization.words';
import styles from './specialization.module.css';

const StepChart = lazy(() => import('../ui/charts/step-chart'));

/** "Until when" as a picture: how many studies count, with nothing changed and with the cheapest fix. */
export function StepsOver({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const { day } = useDays();
  const { today, isToday } = useAsOf();
  const { asOf, readiness, steps, withCheapestFix } = page;
  const losses = lossesOf(steps).filter((on) => on > asOf);
  const fix = withCheapestFix?.wayOut;
  return (
    <Section title={say('chart')}>
      <div className={styles.chart}>
        <Suspense fallback={null}>
          <StepChart
            from={addDays(asOf, -60)}
            to={addMonths(asOf, 18)}
            today={today}
            asOf={isToday ? undefined : asOf}
            needed={readiness.needs.studies}
            steps={steps.map(toStep)}
            losses={losses.slice(0, 2).map((on) => ({ on, label: say('lostOn', { day: day(on, 'short') }) }))}
            whatIf={
              withCheapestFix && fix
                ? {
                    label: fix.study ? say('withFix', { study: fix.customer ?? fix.title ?? '' }) : say('withNew'),
                    steps: withCheapestFix.steps.map(toStep),
                  }
                : undefined
            }
            summary={say('chartSummary', {
              have: readiness.supporting.length,
              needs: readiness.needs.studies,
              day: day(asOf, 'plain'),
              losses: losses[0]
                ? say('chartLosses', { day: day(losses[0], 'plain') })
                : say(readiness.status === 'not-ready' ? 'chartNot' : 'chartHolds'),
            })}
          />
        </Suspense>
      </div>
    </Section>
  );
}

function toStep({ from, supporting, lost, gained }: ReadinessStep) {
  const why = [...lost, ...gained]
    .map(({ customer, title }) => customer ?? title)
    .slice(0, 2)
    .join(', ');
  return { from, count: supporting, why: why || undefined };
}

function lossesOf(steps: readonly ReadinessStep[]): string[] {
  return steps
    .filter((step, index) => step.status === 'not-ready' && index > 0 && steps[index - 1]?.status !== 'not-ready')
    .map(({ from }) => from);
}

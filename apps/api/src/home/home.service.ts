import { Injectable } from '@nestjs/common';
import { may, type AtDayQuery, type Flip, type HomeAnswer, type Need } from '@caseboard/contracts';
import { addMonths, statusesOf, studyExpiresOn, type Day } from '@caseboard/domain';
import type { SignedInPerson } from '../platform/http/access.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { ReadinessService } from '../readiness/readiness.service.js';
import { ownNeeds } from './own-needs.js';
import { portfolioNeeds, type Ranked } from './needs.js';
import { RecentChangesService } from './recent-changes.service.js';

/** More than anybody reads. */
const mostNeeds = 50;
const mostLosses = 8;
const monthsShown = 12;

/** The page one sees first: what needs this person, how the targets stand, what is lost next, what changed. */
@Injectable()
export class HomeService {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly readiness: ReadinessService,
    private readonly recent: RecentChangesService,
  ) {}

  async home(me: SignedInPerson, { asOf }: AtDayQuery): Promise<HomeAnswer> {
    const changes = await this.recent.changes();
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    const day = snapshot.asOf(asOf);
    return {
      asOf: day,
      needs: mostHarmful(this.needs(snapshot, names, me, day)),
      nextDay: this.nextDay(snapshot, names, day),
      ...this.targets(snapshot, day),
      losses: this.losses(snapshot, names, day),
      changes: this.recent.asRead(changes, snapshot, names),
      studies: countByStatus(snapshot),
    };
  }

  private needs(snapshot: Snapshot, names: Names, me: SignedInPerson, asOf: Day): Ranked[] {
    if (me.role === 'contributor') return ownNeeds(snapshot, names, me.email, asOf);
    const canAct = may(me.role, 'study.edit-any');
    return portfolioNeeds(snapshot, names, asOf, (code, on) => (canAct ? this.readiness.wayOut(snapshot, names, code, on) : null));
  }

  /** The targets with the year ahead, and how many are ready: among targets, or among what is linked where there are none. */
  private targets(snapshot: Snapshot, asOf: Day): Pick<HomeAnswer, 'targets' | 'counts'> {
    const all = this.readiness.listAt(snapshot, asOf);
    const targets = all.filter(({ target }) => target !== null);
    const counted = targets.length > 0 ? targets : all.filter(({ linked }) => linked > 0);
    const count = (status: string) => counted.filter((each) => each.status === status).length;
    const until = addMonths(asOf, monthsShown);
    const ahead = (code: string) => {
      const timeline = snapshot.engine.timeline(code);
      return timeline ? statusesOf(timeline, asOf, until, snapshot.warningDays) : [];
    };
    return {
      counts: { ready: count('ready'), atRisk: count('at-risk'), notReady: count('not-ready') },
      targets: targets.map((target) => ({ ...target, ahead: ahead(target.code) })),
    };
  }

  /** What stops being ready within a year with nothing changed; `from` is how it stands now, which tells how sudden it is. */
  private losses(snapshot: Snapshot, names: Names, asOf: Day): Flip[] {
    const losses = this.flips(snapshot, names, asOf, addMonths(asOf, monthsShown)).filter(({ to }) => to === 'not-ready');
    return losses.slice(0, mostLosses).map((loss) => {
      const now = statusOn(snapshot, loss.code, asOf);
      return now === 'not-ready' ? loss : { ...loss, from: now };
    });
  }

  /** The next day on which a status flips, a study ages out, or an application is planned. */
  private nextDay(snapshot: Snapshot, names: Names, asOf: Day): string | null {
    const { studies, partner } = snapshot.portfolio;
    const days = [
      ...this.flips(snapshot, names, asOf, addMonths(asOf, 18)).map(({ on }) => on),
      ...studies.filter(({ status }) => status === 'active').map((study) => studyExpiresOn(study, snapshot.catalog)),
      ...partner.targets.map(({ submitOn }) => submitOn),
    ].filter((day) => day !== null && day > asOf);
    return days.reduce<string | null>((next, day) => (next === null || (day as string) < next ? day : next), null);
  }

  /** Of what was promised or is held; of everything where nothing is. */
  private flips(snapshot: Snapshot, names: Names, from: Day, to: Day): Flip[] {
    const flips = this.readiness.flipsBetween(snapshot, names, from, to);
    const { targets, heldSpecializations } = snapshot.portfolio.partner;
    return targets.length + heldSpecializations.length === 0 ? flips : flips.filter(({ target, held }) => target || held);
  }
}

/** Most harm first, then the earlier day, then the code (rules 8.4). */
function mostHarmful(needs: readonly Ranked[]): Need[] {
  const key = ({ need }: Ranked) => `${need.on ?? '0000'} ${need.specialization?.code} ${need.causes[0]?.id}`;
  return [...needs]
    .sort((one, other) => other.harm - one.harm || (key(one) < key(other) ? -1 : 1))
    .slice(0, mostNeeds)
    .map(({ need }) => need);
}

function statusOn({ engine, warningDays }: Snapshot, code: string, day: Day) {
  return engine.readinessOf(code, day, warningDays)?.status ?? 'not-ready';
}

function countByStatus({ portfolio: { studies } }: Snapshot): HomeAnswer['studies'] {
  const count = (status: string) => studies.filter((study) => study.status === status).length;
  return { active: count('active'), draft: count('draft'), retired: count('retired') };
}

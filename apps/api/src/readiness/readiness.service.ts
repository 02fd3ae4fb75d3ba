import { Injectable } from '@nestjs/common';
import type {
  ActivationPreview,
  CellAnswer,
  CellQuery,
  Flip,
  FlipsAnswer,
  FlipsQuery,
  MatrixAnswer,
  ReadinessAnswer,
  ReadinessQuery,
  SpecializationPage,
  SpecializationReadiness,
  StudyStanding,
  WayOut,
} from '@caseboard/contracts';
import { addMonths, cheapestFix, studyRecord, withStudy, type Day, type Specialization, type Study } from '@caseboard/domain';
import { HistoryReader } from '../history/history-reader.service.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { SpecializationsService } from '../specializations/specializations.service.js';
import { editedStudy } from '../studies/studies.service.js';
import { givenOf, referencesInto } from '../writing/requests.js';
import { activationPreview } from './activation.js';
import { cell } from './cell.js';
import { allFlips } from './flips.js';
import { matrix } from './matrix.js';
import { readinessList, readinessOf } from './readiness-list.js';
import { specializationPage } from './specialization-page.js';
import { studyStanding } from './standing.js';
import { wayOutOf } from './way-out.js';

type Asked = { readonly asOf?: string | undefined };

/** Answers at a day, all decided by the domain on one snapshot; the reader's names apply to what is shown only. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly specializations: SpecializationsService,
    private readonly history: HistoryReader,
  ) {}

  async list({ asOf, knownOn }: ReadinessQuery): Promise<ReadinessAnswer> {
    const present = await this.portfolio.current();
    if (!knownOn) {
      const day = present.asOf(asOf);
      return { asOf: day, knownOn: null, specializations: readinessList(present, day) };
    }
    const known = await this.history.recordedDay(knownOn, 'knownOn', present);
    const day = present.asOf(asOf || known);
    return { asOf: day, knownOn: known, specializations: readinessList(await this.history.knownOn(known, present.today), day) };
  }

  /** For other features, which have a snapshot and ask several things of the same one. */
  listAt(snapshot: Snapshot, asOf: Day): SpecializationReadiness[] {
    return readinessList(snapshot, asOf);
  }

  flipsBetween(snapshot: Snapshot, names: Names, from: Day, to: Day): Flip[] {
    return allFlips(snapshot, names, from, to);
  }

  /** The least work that makes a specialization ready on a day, or keeps it so; null where nothing ends it. */
  wayOut(snapshot: Snapshot, names: Names, code: string, on: Day): WayOut | null {
    const then = snapshot.engine.readinessOf(code, on, snapshot.warningDays);
    if (!then || then.readyThrough === 'open') return null;
    return wayOutOf(snapshot, names, cheapestFix(snapshot, code, on, then), code, snapshot.today);
  }

  async matrix(me: SignedInPerson, { asOf }: Asked): Promise<MatrixAnswer> {
    const snapshot = await this.portfolio.current();
    return matrix(snapshot, snapshot.namesFor(me), snapshot.asOf(asOf));
  }

  async cell(me: SignedInPerson, query: CellQuery): Promise<CellAnswer> {
    const snapshot = await this.portfolio.current();
    const study = foundStudy(snapshot, query.study);
    foundSpecialization(snapshot, query.specialization);
    return cell(snapshot, snapshot.namesFor(me), study, query.specialization, snapshot.asOf(query.asOf));
  }

  /** From today and over 18 months, unless asked otherwise. */
  async flips(me: SignedInPerson, query: FlipsQuery): Promise<FlipsAnswer> {
    const snapshot = await this.portfolio.current();
    const from = snapshot.asOf(query.from, 'from');
    const to = query.to ? snapshot.asOf(query.to, 'to') : addMonths(from, 18);
    return { from, to, flips: allFlips(snapshot, snapshot.namesFor(me), from, to) };
  }

  async specialization(me: SignedInPerson, code: string, { asOf }: Asked): Promise<SpecializationPage> {
    const { record: entry } = await this.specializations.one(code);
    const snapshot = await this.portfolio.current();
    const day = snapshot.asOf(asOf);
    const readiness = readinessOf(snapshot, code, day);
    if (!readiness) throw new Refusal('not-found', { specialization: code });
    return specializationPage({ snapshot, names: snapshot.namesFor(me), code, asOf: day }, entry, readiness);
  }

  async standing(me: SignedInPerson, id: string, { asOf }: Asked): Promise<StudyStanding> {
    const snapshot = await this.portfolio.current();
    const study = foundStudy(snapshot, id);
    return studyStanding(snapshot, snapshot.namesFor(me), study, snapshot.asOf(asOf));
  }

  /** The standing of a text that is still being written: the keys given laid over the stored study, or over none. */
  async preview(
    me: SignedInPerson,
    { id, study, asOf }: { id?: string | undefined; study: unknown; asOf?: string | undefined },
  ): Promise<StudyStanding> {
    const snapshot = await this.portfolio.current();
    const day = snapshot.asOf(asOf);
    const written = laidOver(snapshot, id === undefined ? undefined : foundStudy(snapshot, id), study);
    return withStudy(snapshot, written, () => studyStanding(snapshot, snapshot.namesFor(me), written, day));
  }

  async activation(me: SignedInPerson, id: string, { asOf }: Asked): Promise<ActivationPreview> {
    const snapshot = await this.portfolio.current();
    return activationPreview(snapshot, snapshot.namesFor(me), foundStudy(snapshot, id), snapshot.asOf(asOf));
  }
}

function foundStudy(snapshot: Snapshot, id: string): Study {
  const study = snapshot.study(id);
  if (!study) throw new Refusal('not-found', { study: id });
  return study;
}

function foundSpecialization(snapshot: Snapshot, code: string): Specialization {
  const specialization = snapshot.specialization(code);
  if (!specialization) throw new Refusal('not-found', { specialization: code });
  return specialization;
}

/** A study that is not stored yet has an id that none can have. */
const unsaved = { id: '(new)', status: 'draft', visibility: 'private' } as const;

/** As an edit would leave it (StudiesService), except that a text still being written may change its mind about anything. */
function laidOver(snapshot: Snapshot, stored: Study | undefined, body: unknown): Study {
  const given = givenOf(studyRecord.read(body, { partial: true, references: referencesInto(snapshot) }));
  if (!stored) return studyRecord.complete({ ...unsaved, ...given, id: unsaved.id });
  return { ...editedStudy(stored, given), id: stored.id };
}

import type { Finding, StudyStanding } from '@caseboard/contracts';
import { fieldOfPath, type StudyField } from './study-fields';

export const studyTabs = ['write', 'facts', 'links', 'preview', 'copy-pack', 'history'] as const;
export type StudyTab = (typeof studyTabs)[number];

/** The parts of the text in the order of the page. */
export const writeParts = [
  'head',
  'aboutCustomer',
  'challenge',
  'solution',
  'services',
  'results',
  'aboutPartner',
  'support',
  'address',
] as const;
export type WritePart = (typeof writeParts)[number];

/** Where a field stands on the page. */
export const partOfField: { readonly [F in StudyField]: WritePart | 'facts' | 'links' } = {
  customer: 'facts',
  title: 'head',
  summary: 'head',
  visibility: 'facts',
  format: 'address',
  url: 'address',
  urlState: 'address',
  anonymousDescription: 'head',
  stage: 'facts',
  startedOn: 'facts',
  deployedOn: 'facts',
  endedOn: 'facts',
  offeredExternally: 'facts',
  'sections.aboutCustomer': 'aboutCustomer',
  'sections.challenge': 'challenge',
  'sections.solution': 'solution',
  'sections.results': 'results',
  'sections.aboutPartner': 'aboutPartner',
  services: 'services',
  outcomes: 'results',
  'support.before': 'support',
  'support.during': 'support',
  'support.after': 'support',
  diagrams: 'facts',
  consent: 'facts',
  applications: 'links',
  owner: 'facts',
};

/** The field in which a finding is repaired. */
export function fieldOfFinding(code: string): StudyField {
  const [kind, section] = code.split(':');
  if (section) return `sections.${section}` as StudyField;
  return fields[kind as keyof typeof fields] ?? 'title';
}

const fields = {
  'legal-entity': 'customer',
  'external-customer': 'offeredExternally',
  'in-production': 'stage',
  fresh: 'deployedOn',
  title: 'title',
  summary: 'summary',
  'aws-services': 'services',
  'service-usage': 'services',
  'services-in-text': 'sections.solution',
  'measured-outcome': 'outcomes',
  'figure-in-results': 'sections.results',
  'partner-specializations': 'sections.aboutPartner',
  published: 'url',
  'url-reachable': 'url',
  'anonymous-description': 'anonymousDescription',
  'name-withheld': 'title',
  consent: 'consent',
  industry: 'customer',
  relevance: 'applications',
  'required-services': 'services',
  category: 'applications',
  'support-services': 'support.during',
  diagram: 'diagrams',
  'not-used-before': 'applications',
} as const satisfies Record<string, StudyField>;

export function tabOfField(field: StudyField): StudyTab {
  const part = partOfField[field];
  return part === 'facts' || part === 'links' ? part : 'write';
}

/** Something to close: a finding, the specializations that ask it (empty: all), and where it is repaired. */
export interface Gap {
  readonly finding: Finding;
  readonly of: readonly string[];
  readonly place: string;
  readonly places: number;
}

/**
 * The gaps of the whole study in the order of rules 4: those of every linked specialization once, and what only one
 * of them asks beside its code. Without any link: what no specialization would let pass.
 */
export function gapsOf({ general, linked, names }: StudyStanding): Gap[] {
  const shared = new Set(general.map(({ code }) => code));
  const gaps: Gap[] = [];
  for (const finding of general)
    if (isGap(finding))
      gaps.push({
        finding,
        of: [],
        place: placeOf(finding.code, names),
        places: finding.code === 'name-withheld' ? names.places.length : 0,
      });
  for (const { code, findings } of linked) {
    for (const finding of findings) {
      if (!isGap(finding) || shared.has(finding.code)) continue;
      const own = perApplication.has(finding.code);
      const same = gaps.findIndex((gap) => !own && gap.finding.code === finding.code && gap.finding.outcome === finding.outcome);
      const known = gaps[same];
      if (known) gaps[same] = { ...known, of: [...known.of, code] };
      else gaps.push({ finding, of: [code], place: own ? `applications.${code}` : placeOf(finding.code, names), places: 0 });
    }
  }
  return gaps;
}

const perApplication: ReadonlySet<string> = new Set(['relevance', 'category', 'not-used-before']);

export function isGap({ kind, outcome }: Finding): boolean {
  return kind === 'blocking' && outcome !== 'met';
}

export function effortOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { finding }) => sum + (finding.effort ?? 0), 0);
}

/** What goes there: `data-place` of an element on the page. */
function placeOf(code: string, names: StudyStanding['names']): string {
  if (code === 'name-withheld') return names.places[0]?.path ?? 'title';
  return fieldOfFinding(code);
}

export function tabOfPlace(place: string): StudyTab {
  const field = fieldOfPath(place);
  return field ? tabOfField(field) : 'write';
}

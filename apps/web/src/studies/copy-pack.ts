import type { StudyDetail } from '@caseboard/contracts';
import { partnerCentralFields, type PartnerCentralField } from '@caseboard/wording';

export interface CopyField {
  readonly field: PartnerCentralField;
  /** What goes into Partner Central; '' where nothing is given yet. */
  readonly text: string;
  /** Must be filled for the study to be complete; the others may stay empty. */
  readonly needed: boolean;
  /** The place of the page where it is written. */
  readonly place: string;
}

const places: { readonly [F in PartnerCentralField]: string } = {
  companyName: 'customer',
  title: 'title',
  shortDescription: 'summary',
  publicOrPrivate: 'visibility',
  url: 'url',
  challenge: 'sections.challenge',
  solution: 'sections.solution',
  thirdPartyProducts: '',
  howAwsIsUsed: 'services',
  startDate: 'startedOn',
  endDate: 'endedOn',
  productionDate: 'deployedOn',
  outcomes: 'outcomes',
  diagrams: 'diagrams',
};

const optional: ReadonlySet<PartnerCentralField> = new Set(['thirdPartyProducts', 'startDate', 'endDate', 'diagrams']);

interface Sayings {
  readonly visibility: { readonly public: string; readonly private: string };
  readonly diagrams: (count: number) => string;
}

/** Partner Central's fields in the order of its form, with what this study has for each. */
export function copyPackOf(study: StudyDetail, say: Sayings): CopyField[] {
  const isNamed = study.visibility !== 'anonymous';
  const texts: { readonly [F in PartnerCentralField]: string } = {
    companyName: isNamed ? (study.customerName ?? '') : study.anonymousDescription,
    title: study.title,
    shortDescription: study.summary,
    publicOrPrivate: study.visibility === 'private' ? say.visibility.private : say.visibility.public,
    url: study.visibility === 'private' ? '' : study.url,
    challenge: paragraphs(study.sections.challenge),
    solution: paragraphs(study.sections.solution),
    thirdPartyProducts: '',
    howAwsIsUsed: study.services
      .filter(({ name }) => name.trim())
      .map(({ name, usage }) => (usage.trim() ? `${name}: ${usage}` : name))
      .join('\n'),
    startDate: study.startedOn ?? '',
    endDate: study.endedOn ?? '',
    productionDate: study.deployedOn ?? '',
    outcomes: paragraphs([...study.sections.results, ...study.outcomes.map(outcomeText)]),
    diagrams: study.diagrams > 0 ? say.diagrams(study.diagrams) : '',
  };
  return partnerCentralFields.map((field) => ({
    field,
    text: texts[field].trim(),
    needed: !optional.has(field) && !(field === 'url' && study.visibility === 'private'),
    place: field === 'companyName' && !isNamed ? 'anonymousDescription' : places[field],
  }));
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

/** A number that the sentence already says is not said twice. */
function outcomeText({ statement, value, unit }: StudyDetail['outcomes'][number]): string {
  if (value === null || statement.includes(String(value))) return statement;
  return [statement, [value, unit].filter((part) => part !== null && part !== '').join(' ')].filter(Boolean).join(': ');
}

/** A short fingerprint (FNV-1a), enough to see that a text is no longer the one that was copied. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

import type { Finding, StudyDetail, StudyStanding } from '@caseboard/contracts';
import { createContext, use } from 'react';
import type { StudyField } from './study-fields';
import type { Gap } from './study-places';

export interface NameMark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** What every part of the study page draws from. */
export interface StudyOnPage {
  readonly draft: StudyDetail;
  /** Undefined until the first answer. */
  readonly standing: StudyStanding | undefined;
  readonly gaps: readonly Gap[];
  readonly mayEdit: boolean;
  readonly set: (field: StudyField, value: unknown) => void;
  readonly edit: (change: (draft: StudyDetail) => StudyDetail) => void;
  /** A finding by its code: of the study, or of the first linked specialization that has it. */
  readonly finding: (code: string) => Finding | undefined;
  /** Where the customer's name stands in the text at a path, as far as the text is still the one that was checked. */
  readonly marksAt: (path: string, text: string) => readonly NameMark[];
  /** Why the API refused the value of a field. */
  readonly faultOf: (field: StudyField) => string | undefined;
  /** Shows a place of the page and puts the cursor there. */
  readonly goTo: (place: string) => void;
}

export const StudyContext = createContext<StudyOnPage | null>(null);

export function useStudy(): StudyOnPage {
  const study = use(StudyContext);
  if (!study) throw new Error('useStudy is for parts of the study page');
  return study;
}

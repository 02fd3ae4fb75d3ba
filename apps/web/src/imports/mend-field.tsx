import type { ImportFault } from '@caseboard/contracts';
import { lifeCycleWords } from '@caseboard/wording';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useLanguage, useWords } from '../platform/words';
import { useCatalog } from '../studies/study.queries';
import { Segmented } from '../ui/choose';
import { SelectField, TextField } from '../ui/field';
import { importWords } from './import.words';
import { usePlaceText } from './place-text';

export type CellFault = ImportFault & { sheet: string; row: number; column: string };

/** Cells of tables can be mended here; a document is mended in the file. */
export function canMend(fault: ImportFault): fault is CellFault {
  return fault.sheet !== undefined && fault.row !== undefined && fault.column !== undefined;
}

interface Props {
  fault: CellFault;
  value: string | undefined;
  onMend: (value: string) => void;
}

/** The field that suits the fault: the two days it could be, the words that are possible, the catalog, or free text. */
export function MendField({ fault, value, onMend }: Props) {
  const place = usePlaceText();
  const say = useWords(importWords);
  const { day } = useDays();
  const choices = useChoices(fault);
  const label = say('mendLabel', { cell: place(fault.path) });
  const readings = fault.reason === 'ambiguous-day' ? list(fault.params?.readings) : [];
  if (readings.length > 0) {
    const options = readings.map((reading) => ({ value: reading, label: day(reading, 'plain') }));
    return <Segmented label={label} value={value ?? ''} options={options} onChange={onMend} />;
  }
  if (choices.length > 0) {
    const all = [{ value: '', label: say('chooseOne'), disabled: true }, ...choices];
    return <SelectField label={label} bare value={value ?? ''} choices={all} onChange={onMend} />;
  }
  return (
    <TextField
      label={label}
      bare
      value={value ?? (typeof fault.value === 'string' ? fault.value : '')}
      onChange={(event) => onMend(event.target.value)}
    />
  );
}

function useChoices({ reason, value, params }: CellFault): { value: string; label: string }[] {
  const language = useLanguage();
  const { data: catalog } = useCatalog();
  if (reason === 'two-active-studies')
    return (['draft', 'retired'] as const).map((status) => ({ value: status, label: lifeCycleWords[language][status] }));
  if (reason === 'unknown-value') return list(params?.allowed).map((word) => ({ value: word, label: word }));
  // A cell of a study may hold several names: only a cell with nothing but the unknown one can be chosen anew.
  const isWhole = typeof value === 'string' && !/[;；]/.test(value);
  if (!isWhole || (reason !== 'unknown-specialization' && reason !== 'shared-alias')) return [];
  const shared = list(params?.specializations);
  return (catalog ?? [])
    .filter(({ code }) => reason === 'unknown-specialization' || shared.includes(code))
    .map(({ code, name }) => ({ value: code, label: specializationName(name) }));
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

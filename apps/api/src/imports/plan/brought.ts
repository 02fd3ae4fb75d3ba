import type { ImportFault } from '@caseboard/contracts';
import type { Fault } from '@caseboard/domain';
import type { CellPlace, TableFault } from '../tables/table-rows.js';
import type { Incoming } from '../tables/table-customers.js';
import type { TableDocument } from '../tables/table-document.js';
import type { Brought } from './plan.js';

/** A portfolio document stands for itself: its faults are at the document's own paths. */
export function broughtByDocument(document: unknown): Brought {
  return { document, faults: [], faulty: new Set(), place: (fault) => ({ ...fault }), where: (path) => path };
}

/** The records of tables; every fault is at the sheet, row and column that it came from. */
export function broughtByTables({ customers, studies, faults }: TableDocument): Brought {
  const incoming = { customers, studies } as const;
  const recordOf = (path: string): { record: Incoming; rest: string } | undefined => {
    const [, list, at, rest] = /^(customers|studies)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const record = list && incoming[list as keyof typeof incoming][Number(at)];
    return record ? { record, rest: rest ?? '' } : undefined;
  };
  const rowsAtFault = new Set(faults.map(({ place: { sheet, row } }) => `${sheet}!${row}`));
  const isAtFault = ({ placeOf }: Incoming) => rowsAtFault.has(`${placeOf('').sheet}!${placeOf('').row}`);
  const faulty = Object.entries(incoming).flatMap(([list, records]) =>
    [...records.entries()].flatMap(([at, record]) => (isAtFault(record) ? [`${list}[${at}]`] : [])),
  );
  return {
    document: {
      format: 'caseboard-portfolio',
      version: 1,
      customers: customers.map(({ raw }) => raw),
      studies: studies.map(({ raw }) => raw),
    },
    faults: faults.map(faultAtCell),
    faulty: new Set(faulty),
    place: (fault: Fault) => {
      const found = recordOf(fault.path);
      if (!found) return { ...fault };
      return atPlace(
        found.record.placeOf(found.rest),
        repeatedRow(found.record, fault, fault.path.startsWith('customers') ? customers : studies),
      );
    },
    where: (path) => {
      const place = recordOf(path)?.record.placeOf('');
      return place ? `${place.sheet}!${place.row}` : path;
    },
  };
}

/** An id that no cell says was found twice by what the rows say: what a person sees is one record in two rows. */
function repeatedRow(
  record: Incoming,
  fault: Fault,
  records: readonly Incoming[],
): Pick<ImportFault, 'path' | 'value' | 'reason' | 'params'> {
  if (fault.reason !== 'duplicate-id' || record.hasOwnId) return { ...fault };
  const first = records.find(({ raw }) => raw['id'] === record.raw['id']);
  return { path: fault.path, value: null, reason: 'repeated-row', params: { row: first?.placeOf('').row } };
}

function faultAtCell({ place, value, reason, params }: TableFault): ImportFault {
  return atPlace(place, { path: '', value, reason, ...(params && { params }) });
}

function atPlace(
  { sheet, row, column, path }: CellPlace,
  { value, reason, params }: Pick<ImportFault, 'path' | 'value' | 'reason' | 'params'>,
): ImportFault {
  return { path, value, reason, ...(params && { params: { ...params } }), sheet, row, ...(column !== undefined && { column }) };
}

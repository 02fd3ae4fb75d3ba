import type { CustomerDetail } from '@caseboard/contracts';
import { customerKindWords, lifeCycleWords, visibilityWords } from '@caseboard/wording';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState } from '../ui/note';
import { Section, TextLink } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

type StudyOf = CustomerDetail['studiesList'][number];

/** Its own studies and those of the units below it: they share one place. */
export function StudiesOf({ customer }: { customer: CustomerDetail }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const may = useMay();
  const names = new Map(customer.unitsList.map(({ id, legalName }) => [id, legalName]));
  const hasOthers = customer.studiesList.some((study) => study.customer !== customer.id);
  const columns: Column<StudyOf>[] = [
    { id: 'title', head: say('study'), value: (row) => row.title, cell: (row) => row.title || row.id },
    ...(hasOthers
      ? [
          {
            id: 'customer',
            head: say('of'),
            value: (row: StudyOf) => names.get(row.customer ?? '') ?? '',
            cell: (row: StudyOf) =>
              row.customer === customer.id ? (
                say('ownStudy')
              ) : (
                <TextLink to="/customers/$id" params={{ id: row.customer ?? '' }}>
                  {names.get(row.customer ?? '') ?? row.customer}
                </TextLink>
              ),
          },
        ]
      : []),
    {
      id: 'status',
      head: say('state'),
      width: 130,
      value: (row) => row.status,
      cell: (row) => <Tag dot>{lifeCycleWords[language][row.status as 'draft']}</Tag>,
    },
    {
      id: 'visibility',
      head: say('visibility'),
      width: 110,
      wide: true,
      value: (row) => row.visibility,
      cell: (row) => visibilityWords[language][row.visibility as 'public'],
    },
  ];
  return (
    <Section
      title={say(customer.unitsList.length > 0 ? 'studiesTitle' : 'studies')}
      count={customer.studiesList.length}
      beside={
        may('study.edit') && (
          <ButtonLink size="small" to="/studies/new" search={{ customer: customer.id }}>
            {say('newStudy')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        label={say('studiesTitle')}
        columns={columns}
        rows={customer.studiesList}
        rowId={(row) => row.id}
        rowLink={(row) => ({ to: '/studies/$id', params: { id: row.id } })}
        empty={<EmptyState small title={say('noStudies')} />}
      />
    </Section>
  );
}

/** The customers that are part of it: units share its place, subsidiaries have their own. */
export function UnitsOf({ customer, cannot, onAdd }: { customer: CustomerDetail; cannot: string | false; onAdd: () => void }) {
  const say = useWords(customerWords);
  const language = useLanguage();
  return (
    <Section
      title={say('unitsTitle')}
      count={customer.unitsList.length}
      beside={
        <Button size="small" cannot={cannot} onClick={onAdd}>
          {say('addUnit')}
        </Button>
      }
    >
      {customer.unitsList.length === 0 ? (
        <p className={styles.quiet}>{say('noUnits')}</p>
      ) : (
        <ul className={styles.units}>
          {customer.unitsList.map((unit) => (
            <li key={unit.id}>
              <TextLink to="/customers/$id" params={{ id: unit.id }}>
                {unit.legalName}
              </TextLink>
              <small>{customerKindWords[language][unit.kind]}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

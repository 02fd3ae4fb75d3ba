import { ProblemError } from '../platform/api';
import { useWords } from '../platform/words';
import { ErrorNote } from '../ui/note';
import { TextLink } from '../ui/page-frame';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

const shownAtFields = /^(legalName|aliases|notNames|registrations|country|industry|partOf)/;

/** Why a change of customers is refused, with the studies or customers that stand in the way to go to. */
export function CustomerRefusal({ error }: { error: unknown }) {
  const say = useWords(customerWords);
  const { params = {}, faults = [] } = error instanceof ProblemError ? error.problem : {};
  const studies = named(params['studies'], 'title');
  const customers = [...named(params['customers'], 'name'), ...named(params['units'], 'name')];
  if (typeof params['customerId'] === 'string' && studies.length + customers.length === 0)
    customers.push({ id: params['customerId'], name: String(params['customer'] ?? params['customerId']) });
  return (
    <div className={styles.refusal}>
      <ErrorNote error={error} shownPaths={faults.map(({ path }) => path).filter((path) => shownAtFields.test(path))} />
      {studies.length + customers.length > 0 && (
        <p className={styles.inTheWay}>
          {say('inTheWay')}
          {studies.slice(0, 8).map(({ id, name }) => (
            <TextLink key={id} to="/studies/$id" params={{ id }}>
              {name || id}
            </TextLink>
          ))}
          {customers.slice(0, 8).map(({ id, name }) => (
            <TextLink key={id} to="/customers/$id" params={{ id }}>
              {name || id}
            </TextLink>
          ))}
        </p>
      )}
    </div>
  );
}

function named(value: unknown, key: string): { id: string; name: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Record<string, unknown>) =>
    typeof each['id'] === 'string' ? [{ id: each['id'], name: String(each[key] ?? '') }] : [],
  );
}

import { registrationWords } from '@caseboard/wording';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Button, IconButton } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import type { RegistrationRow } from './customer-facts';
import { customerWords } from './customer.words';
import styles from './customers.module.css';

interface Props {
  rows: readonly RegistrationRow[];
  help: string;
  onChange: (rows: readonly RegistrationRow[]) => void;
  /** The fault of a row, by its place among those that hold a number. */
  faultOf: (place: number) => string | undefined;
}

/** Numbers that say without doubt which legal entity it is; one row each. */
export function RegistrationRows({ rows, help, onChange, faultOf }: Props) {
  const say = useWords(customerWords);
  const language = useLanguage();
  const schemes = choicesOf(registrationWords[language]);
  const change = (at: number, part: Partial<RegistrationRow>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.registrations}>
      <legend>
        {say('registrations')} <span>{say('optional')}</span>
      </legend>
      {rows.map((row, at) => (
        <div key={at} className={styles.registration} data-country={row.scheme === 'company-number' || undefined}>
          <SelectField label={say('scheme')} bare value={row.scheme} choices={schemes} onChange={(scheme) => change(at, { scheme })} />
          {row.scheme === 'company-number' && (
            <TextField
              label={say('schemeCountry')}
              bare
              placeholder="GB"
              maxLength={2}
              value={row.country}
              onChange={(event) => change(at, { country: event.target.value.toUpperCase() })}
            />
          )}
          <TextField
            label={say('number')}
            bare
            placeholder={say('number')}
            maxLength={255}
            value={row.number}
            error={faultOf(rows.slice(0, at).filter(({ number }) => number.trim() !== '').length)}
            onChange={(event) => change(at, { number: event.target.value })}
          />
          <IconButton
            icon="close"
            label={say('removeRegistration', { number: row.number || String(at + 1) })}
            onClick={() => onChange(rows.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        look="quiet"
        icon="plus"
        onClick={() => onChange([...rows, { scheme: language === 'zh' ? 'uscc' : 'lei', country: '', number: '' }])}
      >
        {say('addRegistration')}
      </Button>
      <p className={styles.help}>{help}</p>
    </fieldset>
  );
}

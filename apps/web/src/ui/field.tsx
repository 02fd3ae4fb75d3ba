import {
  createContext,
  use,
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { defineWords, useWords } from '../platform/words';
import { Icon } from './icon';
import { Mark } from './mark';
import styles from './field.module.css';

const words = defineWords({ optional: 'optional' }, { optional: '选填' });

interface Frame {
  label: ReactNode;
  /** Below the control: what is meant, or what was understood. */
  help?: ReactNode;
  /** A sentence; shown with a cross, announced, and tied to the control. */
  error?: ReactNode;
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  bare?: boolean;
  /** At the right of the label: a count, a link. */
  beside?: ReactNode;
}

interface Wiring {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<Wiring | null>(null);

/** Label above, control, help or error below. The control inside finds its id and its description by itself. */
export function FieldFrame({ label, help, error, optional, bare, beside, children }: Frame & { children: ReactNode }) {
  const say = useWords(words);
  const id = useId();
  const describedBy = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div className={styles.field}>
        <div className={bare ? styles.hiddenLabel : styles.label}>
          <label htmlFor={id} id={`${id}-label`}>
            {label}
          </label>
          {optional && <span className={styles.optional}>{say('optional')}</span>}
          {beside && <span className={styles.beside}>{beside}</span>}
        </div>
        {children}
        {error && (
          <p className={styles.error} id={`${id}-error`} role="alert">
            <Mark of="unmet" label="" size={14} />
            <span>{error}</span>
          </p>
        )}
        {help && (
          <p className={styles.help} id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** What a control of one's own inside a {@link FieldFrame} must carry. */
export function useFieldWiring() {
  const wiring = use(FieldContext);
  return { id: wiring?.id, 'aria-describedby': wiring?.describedBy, 'aria-invalid': wiring?.invalid || undefined };
}

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { ref?: Ref<HTMLInputElement> };

export function TextField({ label, help, error, optional, bare, beside, ...input }: Frame & Input) {
  return (
    <FieldFrame {...{ label, help, error, optional, bare, beside }}>
      <TextInput {...input} />
    </FieldFrame>
  );
}

function TextInput(input: Input) {
  return <input type="text" {...input} {...useFieldWiring()} className={`${styles.control} ${input.className ?? ''}`} />;
}

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { ref?: Ref<HTMLTextAreaElement>; prose?: boolean };

/** Grows with its text. `prose` sets it at reading size, for what will be published. */
export function TextArea({ label, help, error, optional, bare, beside, ...area }: Frame & Area) {
  return (
    <FieldFrame {...{ label, help, error, optional, bare, beside }}>
      <Area {...area} />
    </FieldFrame>
  );
}

function Area({ prose, ...area }: Area) {
  return <textarea rows={3} {...area} {...useFieldWiring()} className={`${styles.control} ${styles.area} ${prose ? styles.prose : ''}`} />;
}

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'onChange'> & {
  choices: readonly Choice[];
  onChange: (value: string) => void;
};

/** The browser's own list: right on phones, with the keyboard, and with a screen reader. */
export function SelectField({ label, help, error, optional, bare, beside, ...select }: Frame & Select) {
  return (
    <FieldFrame {...{ label, help, error, optional, bare, beside }}>
      <Select {...select} />
    </FieldFrame>
  );
}

function Select({ choices, onChange, ...select }: Select) {
  return (
    <span className={styles.selectFrame}>
      <select
        {...select}
        {...useFieldWiring()}
        onChange={(event) => onChange(event.target.value)}
        className={`${styles.control} ${styles.select}`}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} />
    </span>
  );
}

/** A tick box with its words at the right; the whole line can be clicked. */
export function Check({
  label,
  help,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; help?: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.check}>
      <input {...input} type="checkbox" id={id} aria-describedby={help ? `${id}-help` : undefined} />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** On or off at once, without a save button. */
export function Switch({
  label,
  checked,
  onChange,
  cannot,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
  cannot?: string;
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-disabled={cannot ? true : undefined}
      title={cannot}
      className={styles.switch}
      onClick={() => !cannot && onChange(!checked)}
    >
      <span className={styles.track} aria-hidden />
      {label}
    </button>
  );
}

import { Combobox, useCombobox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defineWords, useWords } from '../platform/words';
import { FieldFrame, useFieldWiring } from './field';
import fieldStyles from './field.module.css';
import styles from './suggest.module.css';

const words = defineWords({ none: 'Nothing found', more: 'Type to see more' }, { none: '没有匹配项', more: '输入以查看更多' });

export interface Suggestion {
  value: string;
  label: string;
  /** Smaller, at the right: a code, a count. */
  beside?: string;
}

interface Props {
  label: ReactNode;
  /** What stands in the field. */
  text: string;
  onText: (text: string) => void;
  options: readonly Suggestion[];
  onChoose: (option: Suggestion) => void;
  /** The options come already found (from the API); otherwise they are sifted here by what is typed. */
  found?: boolean;
  help?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  bare?: boolean;
  placeholder?: string;
  /** A last line, such as "Create the customer “Harrow”". */
  create?: { label: string; onClick: () => void };
  /** Why what stands in the field cannot be taken; a form is not sent with it, and `onStopped` hears of it. */
  unclear?: string | false;
  onStopped?: () => void;
}

const most = 60;

/** A text field with suggestions: type, arrow, Enter; free text stays possible. */
export function Suggest({ label, help, error, optional, bare, ...rest }: Props) {
  return (
    <FieldFrame {...{ label, help, error, optional, bare }}>
      <SuggestInput {...rest} />
    </FieldFrame>
  );
}

function SuggestInput({ text, onText, options, onChoose, found, placeholder, create, unclear, onStopped }: Omit<Props, 'label'>) {
  const say = useWords(words);
  const wiring = useFieldWiring();
  const [typing, setTyping] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const folded = text.trim().toLowerCase();
  const fitting =
    found || !typing ? options : options.filter((option) => `${option.label} ${option.beside ?? ''}`.toLowerCase().includes(folded));
  const choose = (value: string) => {
    combobox.closeDropdown();
    setTyping(false);
    if (value === ' create') return create?.onClick();
    const option = options.find((one) => one.value === value);
    if (option) onChoose(option);
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      withinPortal={false}
      floatingStrategy="fixed"
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target ref={(input: HTMLInputElement | null) => input?.setCustomValidity(unclear || '')}>
        <input
          {...wiring}
          className={fieldStyles.control}
          value={text}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => {
            onText(event.target.value);
            setTyping(true);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => (combobox.closeDropdown(), setTyping(false))}
          onInvalid={(event) => {
            event.preventDefault();
            event.currentTarget.focus();
            onStopped?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Options className={styles.options} labelledBy={wiring.id && `${wiring.id}-label`}>
          {fitting.slice(0, most).map((option) => (
            <Combobox.Option key={option.value} value={option.value} className={styles.option}>
              <span>{option.label}</span>
              {option.beside && <small>{option.beside}</small>}
            </Combobox.Option>
          ))}
          {create && (
            <Combobox.Option value=" create" className={`${styles.option} ${styles.create}`}>
              {create.label}
            </Combobox.Option>
          )}
          {fitting.length === 0 && !create && <Combobox.Empty className={styles.empty}>{say('none')}</Combobox.Empty>}
          {fitting.length > most && <Combobox.Empty className={styles.empty}>{say('more')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './report-settings.module.css';

interface Props {
  title: string;
  help: string;
  /** Said where there are none. */
  none?: string;
  items: readonly { value: string; label: string; remove: string }[];
  onRemove: (value: string) => void;
  add: string;
  onAdd: () => void;
  /** The field for one more. */
  children: ReactNode;
}

/** A few values as chips, and a field for one more. */
export function ListField({ title, help, none, items, onRemove, add, onAdd, children }: Props) {
  return (
    <fieldset className={styles.list}>
      <legend>{title}</legend>
      <p className={styles.help}>{help}</p>
      {items.length > 0 ? (
        <ul className={styles.chips}>
          {items.map(({ value, label, remove }) => (
            <li key={value}>
              {label}
              <button type="button" aria-label={remove} onClick={() => onRemove(value)}>
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        none && <p className={styles.help}>{none}</p>
      )}
      <div className={styles.more}>
        {children}
        <Button onClick={onAdd}>{add}</Button>
      </div>
    </fieldset>
  );
}

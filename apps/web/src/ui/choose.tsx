import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Icon, type IconName } from './icon';
import { Popover } from './popover';
import styles from './choose.module.css';

interface Option<V extends string> {
  value: V;
  label: ReactNode;
  icon?: IconName;
  /** A count, or a mark, at the right of the word. */
  beside?: ReactNode;
}

interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
}

/** A choice of two to five that shows at once: matrix or list, 6 or 18 months. */
export function Segmented<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    <div className={styles.segmented} role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.icon && <Icon name={option.icon} />}
          {option.label}
          {option.beside !== undefined && <span className={styles.beside}>{option.beside}</span>}
        </button>
      ))}
    </div>
  );
}

/** Parts of one page. Arrow keys move between tabs; give the chosen part `<TabPanel>`. */
export function Tabs<V extends string>({ label, value, options, onChange, look = 'line' }: Props<V> & { look?: 'line' | 'segmented' }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  };
  return (
    <div ref={list} className={look === 'line' ? styles.tabs : styles.segmented} role="tablist" aria-label={label} onKeyDown={move}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          id={`tab-${option.value}`}
          data-tab={option.value}
          aria-selected={option.value === value}
          aria-controls={option.value === value ? `panel-${option.value}` : undefined}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} />}
          {option.label}
          {option.beside !== undefined && <span className={styles.beside}>{option.beside}</span>}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ of, children, className }: { of: string; children: ReactNode; className?: string }) {
  return (
    <div role="tabpanel" id={`panel-${of}`} aria-labelledby={`tab-${of}`} tabIndex={-1} className={className}>
      {children}
    </div>
  );
}

const words = defineWords(
  { any: 'any', remove: 'Remove the filter {name}', find: 'Find', none: 'Nothing found' },
  { any: '不限', remove: '移除筛选：{name}', find: '查找', none: '没有匹配项' },
);

interface FilterProps {
  name: string;
  /** Chosen values, comma-separated as they stand in the address; '' for any. */
  value: string;
  options: readonly { value: string; label: string; count?: number }[];
  onChange: (value: string) => void;
  /** One value at most. */
  single?: boolean;
}

/** A filter as a chip: "Status **active** ×". Its popover has a tick for each value, and a search when there are many. */
export function FilterChip({ name, value, options, onChange, single }: FilterProps) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const group = useId();
  const chosen = value ? value.split(',') : [];
  const labels = chosen.map((one) => options.find((option) => option.value === one)?.label ?? one);
  const shown = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (one: string) => {
    if (single) {
      onChange(chosen.includes(one) ? '' : one);
      return setOpen(false);
    }
    onChange(chosen.includes(one) ? chosen.filter((other) => other !== one).join(',') : [...chosen, one].join(','));
  };
  const chip = (
    <button type="button" className={styles.chipMain} onClick={() => setOpen(!open)} aria-expanded={open}>
      {name} <b>{labels.length > 2 ? `${labels[0]} +${labels.length - 1}` : labels.join(', ') || say('any')}</b>
      {!value && <Icon name="down" size={14} />}
    </button>
  );
  return (
    <span className={styles.chip} data-set={value ? '' : undefined}>
      <Popover open={open} onChange={setOpen} label={name} target={chip}>
        <div className={styles.filter}>
          {options.length > 8 && (
            <input
              className={styles.filterFind}
              type="search"
              placeholder={say('find')}
              aria-label={say('find')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              data-autofocus
            />
          )}
          <div className={styles.filterList} role="group" aria-label={name}>
            {shown.map((option) => (
              <label key={option.value} className={styles.filterOption}>
                <input
                  type={single ? 'radio' : 'checkbox'}
                  name={group}
                  checked={chosen.includes(option.value)}
                  onChange={() => toggle(option.value)}
                  onClick={() => single && chosen.includes(option.value) && toggle(option.value)}
                />
                <span>{option.label}</span>
                {option.count !== undefined && <small>{option.count}</small>}
              </label>
            ))}
            {shown.length === 0 && <p className={styles.filterNone}>{say('none')}</p>}
          </div>
        </div>
      </Popover>
      {value && (
        <button type="button" className={styles.chipClose} aria-label={say('remove', { name })} onClick={() => onChange('')}>
          <Icon name="close" size={14} />
        </button>
      )}
    </span>
  );
}

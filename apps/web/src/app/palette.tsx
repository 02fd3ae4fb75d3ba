import { useQuery } from '@tanstack/react-query';
import { useNavigate, type LinkProps } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { get } from '../platform/api';
import { useMay } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Icon, type IconName } from '../ui/icon';
import { Kbd } from '../ui/tag';
import { administration, destinations, navigationWords } from './navigation';
import styles from './palette.module.css';

const words = defineWords(
  {
    name: 'Find anything',
    placeholder: 'A study, customer, specialization or page',
    studies: 'Studies',
    customers: 'Customers',
    specializations: 'Specializations',
    pages: 'Pages',
    do: 'Do',
    newStudy: 'New study',
    importFile: 'Import a spreadsheet',
    nothing: 'Nothing found for “{text}”.',
    results: '{count, plural, one {# result} other {# results}}',
  },
  {
    name: '查找',
    placeholder: '案例、客户、专业认证或页面',
    studies: '案例',
    customers: '客户',
    specializations: '专业认证',
    pages: '页面',
    do: '操作',
    newStudy: '新建案例',
    importFile: '导入表格',
    nothing: '没有找到“{text}”。',
    results: '{count} 项结果',
  },
);

interface Hit {
  id: string;
  group: 'studies' | 'customers' | 'specializations' | 'do' | 'pages';
  icon: IconName;
  label: string;
  beside?: string | null;
  link: LinkProps;
}

/** Ctrl or ⌘ K: type, arrow, Enter. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const say = useWords(words);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={say('name')}
      onCancel={(event) => (event.preventDefault(), onClose())}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <Finder onClose={onClose} />
    </dialog>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(useDeferredValue(text.trim()));
  const current = hits[Math.min(at, hits.length - 1)];
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.link as Parameters<typeof navigate>[0]);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, hits.length - 1) + step + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={current && `${list}-${current.id}`}
          aria-label={say('placeholder')}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={say('placeholder')}
          value={text}
          maxLength={200}
          onChange={(event) => (setText(event.target.value), setAt(0))}
          onKeyDown={keys}
        />
        <Kbd>Esc</Kbd>
      </div>
      <ul className={styles.list} role="listbox" id={list} aria-label={say('name')}>
        {hits.map((hit, index) => (
          <Line
            key={hit.id}
            id={`${list}-${hit.id}`}
            hit={hit}
            heading={hits[index - 1]?.group === hit.group ? undefined : say(hit.group)}
            selected={hit === current}
            onPoint={() => setAt(index)}
            onGo={() => go(hit)}
            text={text.trim()}
          />
        ))}
      </ul>
      {hits.length === 0 && <p className={styles.nothing}>{say('nothing', { text })}</p>}
      <p className={styles.count} role="status">
        {say('results', { count: hits.length })}
      </p>
    </>
  );
}

interface LineProps {
  id: string;
  hit: Hit;
  heading: string | undefined;
  selected: boolean;
  onPoint: () => void;
  onGo: () => void;
  text: string;
}

function Line({ id, hit, heading, selected, onPoint, onGo, text }: LineProps) {
  return (
    <>
      {heading && (
        <li role="presentation" className={styles.group}>
          {heading}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={selected}
        className={styles.hit}
        onPointerMove={onPoint}
        onClick={onGo}
        ref={selected ? intoView : undefined}
      >
        <Icon name={hit.icon} />
        <span className={styles.label}>
          <Found text={hit.label} part={text} />
          {hit.beside && <small>{hit.beside}</small>}
        </span>
        {selected && <Icon name="enter" size={14} />}
      </li>
    </>
  );
}

function intoView(element: HTMLElement | null) {
  element?.scrollIntoView?.({ block: 'nearest' });
}

/** The label with what was typed in it set strong. */
function Found({ text, part }: { text: string; part: string }) {
  const at = part ? text.toLowerCase().indexOf(part.toLowerCase()) : -1;
  if (at < 0) return <span>{text}</span>;
  return (
    <span>
      {text.slice(0, at)}
      <b>{text.slice(at, at + part.length)}</b>
      {text.slice(at + part.length)}
    </span>
  );
}

function useHits(text: string): Hit[] {
  const say = useWords(words);
  const name = useWords(navigationWords);
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['find', text],
    queryFn: ({ signal }) => find(text, signal),
    enabled: text.length > 0,
    placeholderData: (old) => old,
  });
  const pages: Hit[] = [...destinations, ...administration]
    .filter((page) => may(page.needs))
    .map((page) => ({ id: page.name, group: 'pages', icon: page.icon, label: name(page.name), link: { to: page.to } }));
  const actions: Hit[] = [
    ...(may('study.edit')
      ? [{ id: 'new-study', group: 'do', icon: 'plus', label: say('newStudy'), link: { to: '/studies/new' } } as const]
      : []),
    ...(may('import.run')
      ? [{ id: 'import-file', group: 'do', icon: 'upload', label: say('importFile'), link: { to: '/import' } } as const]
      : []),
  ];
  const fits = (hit: Hit) => hit.label.toLowerCase().includes(text.toLowerCase());
  return [...(text && data ? data : []), ...actions.filter(fits), ...pages.filter(fits)];
}

interface Found<T> {
  items: T[];
}

async function find(text: string, signal: AbortSignal): Promise<Hit[]> {
  const query = { search: text, size: 5 };
  const [studies, customers, specializations] = await Promise.all([
    get<Found<{ id: string; title: string; customerName?: string | null }>>('/api/studies', query, signal),
    get<Found<{ id: string; legalName: string | null }>>('/api/customers', query, signal),
    get<Found<{ code: string; name: string }>>('/api/specializations', query, signal),
  ]);
  return [
    ...studies.items.map((one): Hit => ({
      id: `study-${one.id}`,
      group: 'studies',
      icon: 'page',
      label: one.title || one.id,
      beside: one.customerName,
      link: { to: '/studies/$id', params: { id: one.id } },
    })),
    ...customers.items.map((one): Hit => ({
      id: `customer-${one.id}`,
      group: 'customers',
      icon: 'building',
      label: one.legalName ?? one.id,
      link: { to: '/customers/$id', params: { id: one.id } },
    })),
    ...specializations.items.map((one): Hit => ({
      id: `specialization-${one.code}`,
      group: 'specializations',
      icon: 'badge',
      label: one.name,
      link: { to: '/specializations/$code', params: { code: one.code } },
    })),
  ];
}

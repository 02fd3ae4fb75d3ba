import type { Counted, CountedText, Sentence } from '@caseboard/wording';
import { Link, type LinkProps } from '@tanstack/react-router';
import { createContext, use, type ReactNode } from 'react';
import styles from './paper.module.css';

/** Whether the reader can open lists: not without an account. */
const OpensContext = createContext(true);
export const Opens = OpensContext.Provider;

/** A number that opens exactly the list it counts. */
export function Count({ of, children, className = '' }: { of: CountedText; children?: ReactNode; className?: string }) {
  return (
    <Opener of={of.counted} className={className}>
      {children ?? of.text}
    </Opener>
  );
}

export function Opener({ of, children, className = '' }: { of: Counted; children: ReactNode; className?: string }) {
  const link = useListLink(of);
  return link ? (
    <Link {...link} className={`${styles.opener} ${className}`}>
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  );
}

/** The name of one specialization or study, leading to its page. */
export function NameLink({ of, id, children }: { of: 'specialization' | 'study'; id: string; children: ReactNode }) {
  const opens = use(OpensContext);
  if (!opens) return <>{children}</>;
  return (
    <Link {...pageOf(of, id)} className={styles.opener}>
      {children}
    </Link>
  );
}

/** What stands first in bold opens what the sentence rests on. */
export function Said({ sentence: { lead, text, rests }, as = 'span' }: { sentence: Sentence; as?: 'span' | 'p' }) {
  const Tag = as;
  const [first] = rests;
  const gap = lead !== '' && text !== '' && !/[。：，]$/.test(lead) ? ' ' : '';
  return (
    <Tag className={styles.said}>
      {lead !== '' && <b>{first ? <Opener of={first}>{lead}</Opener> : lead}</b>}
      {gap}
      {lead === '' && first ? <Opener of={first}>{text}</Opener> : text}
    </Tag>
  );
}

/** Null where there is nothing to open, where the reader may not, or where the list is too long for an address. */
export function useListLink({ kind, ids }: Counted): LinkProps | null {
  const opens = use(OpensContext);
  const joined = ids.join(',');
  // No list shows customers whose names the reader does not meet.
  const isWhole = ids.length > 0 && !ids.some((id) => id.startsWith('withheld-'));
  if (!opens || !isWhole || encodeURIComponent(joined).length > longest) return null;
  return lists[kind](joined);
}

/** A server reads 16 KB of heads of a request, the address among them. */
const longest = 14_000;

const lists: { readonly [K in Counted['kind']]: (ids: string) => LinkProps } = {
  specialization: (ids) => ({ to: '/readiness', search: { view: 'list', ids } }),
  study: (ids) => ({ to: '/studies', search: { ids } }),
  customer: (ids) => ({ to: '/customers', search: { ids } }),
};

const pageOf = (of: 'specialization' | 'study', id: string): LinkProps =>
  of === 'study' ? { to: '/studies/$id', params: { id } } : { to: '/specializations/$code', params: { code: id } };

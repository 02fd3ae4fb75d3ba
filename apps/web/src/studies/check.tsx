import type { Finding } from '@caseboard/contracts';
import type { ReactNode } from 'react';
import { Mark } from '../ui/mark';
import { useFindingText } from './finding-text';
import styles from './check.module.css';

interface Props {
  finding: Finding | undefined;
  /** Instead of the sentence of a met finding, such as "2 paragraphs". */
  met?: ReactNode;
  values?: Readonly<Record<string, unknown>>;
  actions?: ReactNode;
  /** Says nothing while it is met. */
  quiet?: boolean;
  /** Leaves the advice out: the empty field itself says what belongs there. */
  brief?: boolean;
}

/** One live check in the margin: a grey line when met or advice, a small card with the way out when it stands in the way. */
export function Check({ finding, met, values, actions, quiet, brief }: Props) {
  const text = useFindingText();
  if (!finding) return null;
  if (finding.outcome === 'met') {
    if (quiet) return null;
    return <CheckLine of="met">{met ?? text.sentence(finding, values)}</CheckLine>;
  }
  if (finding.kind === 'advice') return <CheckLine of="advice">{text.sentence(finding, values)}</CheckLine>;
  return (
    <CheckCard of={finding.outcome} title={text.sentence(finding, values)} actions={actions}>
      {brief && finding.outcome === 'unanswered' ? null : text.hint(finding.code)}
    </CheckCard>
  );
}

export function CheckLine({ of, children }: { of: 'met' | 'advice'; children: ReactNode }) {
  return (
    <p className={styles.line}>
      <Mark of={of} label={of === 'advice' ? undefined : ''} />
      <span>{children}</span>
    </p>
  );
}

export function CheckCard({
  of,
  title,
  children,
  actions,
}: {
  of: 'unmet' | 'unanswered';
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`${styles.card} ${of === 'unmet' ? styles.against : ''}`}>
      <Mark of={of} />
      <div className={styles.cardText}>
        <p className={styles.cardTitle}>{title}</p>
        {children && <p>{children}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

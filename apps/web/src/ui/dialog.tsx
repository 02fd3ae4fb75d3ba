import { useEffect, useId, useRef, type ReactNode } from 'react';
import { defineWords, useWords } from '../platform/words';
import { IconButton } from './button';
import styles from './dialog.module.css';

const words = defineWords({ close: 'Close' }, { close: '关闭' });

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the strong one last. */
  actions?: ReactNode;
  /** `dialog` in the middle; `side` a panel at the right; on phones both come up from below. */
  at?: 'middle' | 'side';
  width?: number;
  /** Only the buttons close it: for work that a stray click must not throw away. */
  stubborn?: boolean;
}

/** The browser's own modal dialog: it keeps focus inside, makes the page inert, and gives focus back. */
export function Dialog({ open, onClose, title, children, actions, at = 'middle', width = 480, stubborn }: Props) {
  const say = useWords(words);
  const ref = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    dialog.showModal();
    // The browser takes the first field, also one that only shows something.
    if (document.activeElement?.matches('[readonly]')) dialog.querySelector<HTMLElement>('input:not([readonly])')?.focus();
    return () => dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={ref}
      className={at === 'side' ? styles.side : styles.middle}
      style={{ '--dialog-width': `${width}px` } as React.CSSProperties}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        if (!stubborn) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current && !stubborn) onClose();
      }}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 id={name}>{title}</h2>
          {!stubborn && <IconButton icon="close" label={say('close')} size="small" onClick={onClose} />}
        </div>
        <div className={styles.content}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}

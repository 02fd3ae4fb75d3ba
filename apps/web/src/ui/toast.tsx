import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Icon } from './icon';
import styles from './toast.module.css';

const words = defineWords({ undo: 'Undo', close: 'Close' }, { undo: '撤销', close: '关闭' });

interface Toast {
  text: ReactNode;
  undo?: () => void;
  /** Another action than Undo. */
  action?: { label: string; onClick: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says that something is done, with Undo where there is one: `const toast = useToast(); toast({ text, undo })`. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

/** One toast at a time, for 8 seconds, longer while the pointer or focus is on it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const say = useWords(words);
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = useRef(0);
  const leave = useCallback((milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(null), milliseconds);
  }, []);
  const show = useCallback(
    (toast: Toast) => {
      setShown({ ...toast, id: ++count.current });
      leave(8000);
    },
    [leave],
  );
  const action = useMemo(() => shown?.action ?? (shown?.undo ? { label: say('undo'), onClick: shown.undo } : null), [shown, say]);
  const stay = () => clearTimeout(timer.current);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {shown && (
          <div
            key={shown.id}
            className={styles.toast}
            onPointerEnter={stay}
            onFocus={stay}
            onPointerLeave={() => leave(4000)}
            onBlur={() => leave(4000)}
          >
            <Icon name="check" />
            <span className={styles.text}>{shown.text}</span>
            {action && (
              <button type="button" className={styles.action} onClick={() => (setShown(null), action.onClick())}>
                {action.label}
              </button>
            )}
            <button type="button" className={styles.close} aria-label={say('close')} onClick={() => setShown(null)}>
              <Icon name="close" size={14} />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

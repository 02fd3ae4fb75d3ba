import { useEffect, useState } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Button } from './button';

const words = defineWords(
  { copy: 'Copy', copied: 'Copied', failed: 'Select and copy by hand' },
  { copy: '复制', copied: '已复制', failed: '请手动选择并复制' },
);

interface Props {
  text: string;
  /** What is copied, for screen readers, where several stand on a page. */
  what?: string;
  size?: 'normal' | 'small';
  /** Another word than "Copy". */
  label?: string;
  onCopied?: () => void;
}

/** Copies a text and says so for two seconds, keeping its width. */
export function CopyButton({ text, what, size, label, onCopied }: Props) {
  const say = useWords(words);
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy');
  useEffect(() => {
    if (state === 'copy') return;
    const timer = setTimeout(() => setState('copy'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      onCopied?.();
    } catch {
      // No clipboard on plain http from another machine.
      setState('failed');
    }
  };
  return (
    <Button
      size={size}
      icon={state === 'copied' ? 'check' : 'copy'}
      onClick={() => void copy()}
      aria-label={what && `${say(state)}: ${what}`}
    >
      <span aria-live="polite">{state === 'copy' && label ? label : say(state)}</span>
    </Button>
  );
}

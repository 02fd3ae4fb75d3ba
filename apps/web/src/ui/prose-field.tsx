import type { TextareaHTMLAttributes, Ref } from 'react';
import styles from './prose-field.module.css';

export interface TextMark {
  readonly start: number;
  readonly end: number;
}

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'> {
  value: string;
  /** Words that stand out: tint and underline behind the text. Offsets are UTF-16 units. */
  marks?: readonly TextMark[];
  ref?: Ref<HTMLTextAreaElement>;
  size?: 'prose' | 'title' | 'dense';
}

/** A text at reading size that is written where it stands: no frame, as high as its text, with words marked behind it. */
export function ProseField({ value, marks = none, size = 'prose', readOnly, className = '', ...area }: Props) {
  return (
    <div className={`${styles.field} ${styles[size]} ${readOnly ? styles.still : ''} ${className}`}>
      <div className={styles.mirror} aria-hidden>
        {/* An empty field is as high as what it asks for. */}
        {value === '' ? area.placeholder : <Marked text={value} marks={marks} />}
        {/* Gives the last, empty line its height. */}
        {'\u200b'}
      </div>
      <textarea {...area} value={value} readOnly={readOnly} rows={1} className={styles.area} />
    </div>
  );
}

/** Text with the marked words between tint and underline. */
export function Marked({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  if (marks.length === 0) return text;
  let at = 0;
  const parts = [...marks]
    .sort((one, other) => one.start - other.start)
    .flatMap((mark) => {
      if (mark.start < at) return [];
      const before = text.slice(at, mark.start);
      at = mark.end;
      return [
        before,
        <mark key={mark.start} className={styles.mark}>
          {text.slice(mark.start, mark.end)}
        </mark>,
      ];
    });
  return [...parts, text.slice(at)];
}

const none: readonly TextMark[] = [];

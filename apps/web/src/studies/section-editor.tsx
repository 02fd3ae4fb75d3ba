import type { SectionName } from '@caseboard/domain';
import { countWords, placeWords, requirementWords, sectionLengthWords, sectionWords } from '@caseboard/wording';
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage } from '../platform/words';
import { ProseField } from '../ui/prose-field';
import { Check } from './check';
import { useFindingText } from './finding-text';
import { NameCard } from './name-card';
import { useStudy } from './study-context';
import type { StudyField } from './study-fields';
import { WriteRow, WriteSection } from './write-layout';

interface Props {
  name: SectionName;
  /** Checks of the section beside its length: services named in the text, a figure in the results. */
  checks?: readonly string[];
  children?: ReactNode;
}

/** One section of the study, paragraph by paragraph: Enter parts, Backspace at the beginning joins. */
export function SectionEditor({ name, checks = [], children }: Props) {
  const language = useLanguage();
  const text = useFindingText();
  const { draft, finding, faultOf } = useStudy();
  const field = `sections.${name}` as const;
  const paragraphs = draft.sections[name].length > 0 ? draft.sections[name] : [''];
  const editor = useParagraphs(field, paragraphs);
  const written = paragraphs.filter((paragraph) => paragraph.trim() !== '').length;
  const given = finding(`section:${name}`);
  const length = finding(`section-length:${name}`);
  const fault = faultOf(field);
  return (
    <WriteSection part={name} title={sectionWords[language][name]} beside={sectionLengthWords[language][name]}>
      {paragraphs.map((paragraph, index) => {
        const path = `${field}[${index}]`;
        return (
          <WriteRow
            key={index}
            place={path}
            margin={
              <>
                {index === 0 &&
                  (given?.outcome === 'met' && length?.outcome === 'unmet' ? (
                    <Check finding={length} />
                  ) : (
                    <Check brief finding={given} met={text.say(countWords[language].paragraphs, { count: written })} />
                  ))}
                {index === 0 && checks.map((code) => <Check key={code} finding={finding(code)} quiet />)}
                <NameCard path={path} />
              </>
            }
          >
            <Paragraph
              path={path}
              value={paragraph}
              label={placeWords(path, language)}
              placeholder={index === 0 ? requirementWords[language][`section:${name}`].hint : undefined}
              {...editor.props(index)}
            />
          </WriteRow>
        );
      })}
      {fault && <WriteRow fault={fault} />}
      {children}
    </WriteSection>
  );
}

interface ParagraphProps {
  path: string;
  value: string;
  label: string;
  placeholder: string | undefined;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  fieldRef: (area: HTMLTextAreaElement | null) => void;
}

function Paragraph({ path, value, label, placeholder, onChange, onKeyDown, onPaste, fieldRef }: ParagraphProps) {
  const { marksAt, mayEdit } = useStudy();
  return (
    <ProseField
      ref={fieldRef}
      value={value}
      marks={marksAt(path, value)}
      aria-label={label}
      placeholder={placeholder}
      readOnly={!mayEdit}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}

/** Parting, joining and moving between paragraphs as in one text; the cursor is put back after each. */
function useParagraphs(field: StudyField, paragraphs: readonly string[]) {
  const { set, mayEdit } = useStudy();
  const areas = useRef<(HTMLTextAreaElement | null)[]>([]);
  const cursor = useRef<{ index: number; at: number } | null>(null);
  useLayoutEffect(() => {
    if (!cursor.current) return;
    const { index, at } = cursor.current;
    cursor.current = null;
    areas.current[index]?.focus();
    areas.current[index]?.setSelectionRange(at, at);
  });

  const put = (next: readonly string[], then?: { index: number; at: number }) => {
    if (then) cursor.current = then;
    set(field, next.every((text) => text === '') && next.length <= 1 ? [] : next);
  };
  const replaced = (from: number, count: number, ...instead: string[]) => [
    ...paragraphs.slice(0, from),
    ...instead,
    ...paragraphs.slice(from + count),
  ];

  const keys = (index: number) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!mayEdit || event.nativeEvent.isComposing || event.altKey || event.metaKey || event.ctrlKey) return;
    const { value, selectionStart: from, selectionEnd: to } = event.currentTarget;
    const previous = paragraphs[index - 1];
    const next = paragraphs[index + 1];
    const act = (change: () => void) => (event.preventDefault(), change());
    if (event.key === 'Enter' && !event.shiftKey)
      return act(() => put(replaced(index, 1, value.slice(0, from).trimEnd(), value.slice(to).trimStart()), { index: index + 1, at: 0 }));
    if (from !== to) return;
    if (event.key === 'Backspace' && from === 0 && previous !== undefined)
      return act(() => put(replaced(index - 1, 2, joined(previous, value)), { index: index - 1, at: joined(previous, '').length }));
    if (event.key === 'Delete' && from === value.length && next !== undefined)
      return act(() => put(replaced(index, 2, joined(value, next)), { index, at: from }));
    if (event.key === 'ArrowUp' && from === 0 && previous !== undefined) return act(() => focus(index - 1, previous.length));
    if (event.key === 'ArrowDown' && from === value.length && next !== undefined) return act(() => focus(index + 1, 0));
  };
  const focus = (index: number, at: number) => {
    areas.current[index]?.focus();
    areas.current[index]?.setSelectionRange(at, at);
  };
  const paste = (index: number) => (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const parts = event.clipboardData
      .getData('text')
      .split(/\r?\n+/)
      .filter((part) => part.trim() !== '');
    if (parts.length < 2) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = [...parts];
    pasted[0] = value.slice(0, selectionStart) + (pasted[0] ?? '');
    const last = pasted.length - 1;
    const at = (pasted[last] ?? '').length;
    pasted[last] = (pasted[last] ?? '') + value.slice(selectionEnd);
    put(replaced(index, 1, ...pasted), { index: index + last, at });
  };
  return {
    props: (index: number) => ({
      onChange: (text: string) => put(replaced(index, 1, text)),
      onKeyDown: keys(index),
      onPaste: paste(index),
      fieldRef: (area: HTMLTextAreaElement | null) => void (areas.current[index] = area),
    }),
  };
}

/** Latin words need a space between them, Chinese ones none. */
function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  return /[\p{Script=Han}。，；：！？]$/u.test(before) || /\s$/.test(before) ? before + after : `${before} ${after}`;
}

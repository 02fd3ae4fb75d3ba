import { countWords, partnerCentralHints, partnerCentralWords, visibilityWords, type PartnerCentralField } from '@caseboard/wording';
import { useMemo, useState } from 'react';
import { useDays } from '../platform/day-text';
import { remember, remembered } from '../platform/preferences';
import { isoOf, now } from '../platform/today';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { Note } from '../ui/note';
import { copyPackOf, fingerprint, type CopyField } from './copy-pack';
import { useFindingText } from './finding-text';
import { useStudy } from './study-context';
import styles from './copy-pack.module.css';

const words = defineWords(
  {
    lead: 'The fields of Partner Central’s case-study form in their order. Copy each, paste, next.',
    missing: '{count, plural, =0 {Nothing is missing} one {# field is missing} other {# fields are missing}}',
    changed: '{count, plural, one {# field has changed since you last copied it} other {# fields have changed since you last copied them}}',
    all: 'Copy all as text',
    isMissing: 'Missing',
    optional: 'May stay empty',
    byHand: 'Not kept here',
    copied: 'Copied {when}',
    changedSince: 'Changed since you copied it {when}',
    fill: 'Fill it in',
    leak: 'The customer’s name still stands in this text.',
    gaps: '{count, plural, one {One gap is still open} other {# gaps are still open}}: filed like this, it would not count.',
    characters: '{count, plural, one {# character} other {# characters}}',
  },
  {
    lead: '按 Partner Central 案例表单的顺序列出各字段。逐项复制、粘贴即可。',
    missing: '{count, plural, =0 {没有缺少的字段} other {缺少 {count} 个字段}}',
    changed: '上次复制后有 {count} 个字段已更改',
    all: '全部复制为文本',
    isMissing: '缺少',
    optional: '可留空',
    byHand: '此处不保存',
    copied: '{when}已复制',
    changedSince: '{when}复制后已更改',
    fill: '去填写',
    leak: '此文字中仍有客户名称。',
    gaps: '仍有 {count} 处缺项：照此提交不会计入。',
    characters: '{count} 个字符',
  },
);

type Copied = { readonly [F in PartnerCentralField]?: { readonly print: string; readonly at: number } };

/** Filing day: Partner Central's form field by field, what is missing in it, and what has changed since it was last copied. */
export function CopyPackTab() {
  const say = useWords(words);
  const language = useLanguage();
  const text = useFindingText();
  const { draft, gaps } = useStudy();
  const [copied, note] = useCopied(draft.id);
  const fields = useMemo(
    () =>
      copyPackOf(draft, { visibility: visibilityWords[language], diagrams: (count) => text.say(countWords[language].diagrams, { count }) }),
    [draft, language, text],
  );
  const missing = fields.filter((each) => each.needed && !each.text);
  const changed = fields.filter((each) => isChanged(each, copied));
  const whole = fields
    .filter((each) => each.text)
    .map((each) => `${partnerCentralWords[language][each.field]}\n${each.text}`)
    .join('\n\n');
  return (
    <div className={styles.pack}>
      <header className={styles.head}>
        <div>
          <p>{say('lead')}</p>
          <p className={styles.sum}>
            <span>
              <Mark of={missing.length > 0 ? 'unanswered' : 'met'} label="" /> {say('missing', { count: missing.length })}
            </span>
            {changed.length > 0 && (
              <span className={styles.changed}>
                <Icon name="warning" size={14} /> {say('changed', { count: changed.length })}
              </span>
            )}
          </p>
        </div>
        <CopyButton text={whole} label={say('all')} onCopied={() => note(fields)} />
      </header>
      {gaps.length > 0 && <Note tone="warning">{say('gaps', { count: gaps.length })}</Note>}
      <ol className={styles.fields}>
        {fields.map((field) => (
          <Field
            key={field.field}
            of={field}
            copied={copied[field.field]}
            isChanged={isChanged(field, copied)}
            onCopied={() => note([field])}
          />
        ))}
      </ol>
    </div>
  );
}

interface FieldProps {
  of: CopyField;
  copied: { readonly at: number } | undefined;
  isChanged: boolean;
  onCopied: () => void;
}

function Field({ of: { field, text, needed, place }, copied, isChanged: changed, onCopied }: FieldProps) {
  const say = useWords(words);
  const language = useLanguage();
  const { moment } = useDays();
  const { goTo, standing, draft, mayEdit } = useStudy();
  const name = partnerCentralWords[language][field];
  const when = copied ? moment(isoOf(copied.at)) : '';
  const hasName =
    draft.visibility === 'anonymous' &&
    place !== '' &&
    standing?.names.places.some(({ path }) => path === place || path.startsWith(`${place}[`) || path.startsWith(`${place}.`));
  return (
    <li className={styles.field}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles.value}>
        {text ? <p className={styles.text}>{text}</p> : <p className={styles.hint}>{partnerCentralHints[language][field]}</p>}
        <p className={styles.state}>
          {!text && needed && (
            <>
              <Mark of="unanswered" label="" size={14} /> {say('isMissing')}
              {mayEdit && (
                <Button look="link" size="small" onClick={() => goTo(place)} aria-label={`${say('fill')}: ${name}`}>
                  {say('fill')}
                </Button>
              )}
            </>
          )}
          {!text && !needed && say(place === '' ? 'byHand' : 'optional')}
          {text && hasName && (
            <span className={styles.leak}>
              <Mark of="unmet" label="" size={14} /> {say('leak')}
            </span>
          )}
          {text && !copied && text.length > 60 && say('characters', { count: [...text].length })}
          {text &&
            copied &&
            (changed ? (
              <span className={styles.changed}>
                <Icon name="warning" size={14} /> {say('changedSince', { when })}
              </span>
            ) : (
              <span>
                <Icon name="check" size={14} /> {say('copied', { when })}
              </span>
            ))}
        </p>
      </div>
      <div className={styles.action}>{text && <CopyButton size="small" text={text} what={name} onCopied={onCopied} />}</div>
    </li>
  );
}

function isChanged({ field, text }: CopyField, copied: Copied): boolean {
  const before = copied[field];
  return before !== undefined && before.print !== fingerprint(text);
}

/** What was copied on this device, remembered as fingerprints: no text is kept. */
function useCopied(id: string): [Copied, (fields: readonly CopyField[]) => void] {
  const key = `copied.${id}`;
  const [copied, setCopied] = useState<Copied>(() => parsed(remembered(key)));
  const note = (fields: readonly CopyField[]) => {
    const at = now();
    const next = {
      ...copied,
      ...Object.fromEntries(fields.filter(({ text }) => text).map(({ field, text }) => [field, { print: fingerprint(text), at }])),
    };
    remember(key, JSON.stringify(next));
    setCopied(next);
  };
  return [copied, note];
}

function parsed(text: string | null): Copied {
  try {
    return text ? (JSON.parse(text) as Copied) : {};
  } catch {
    return {};
  }
}

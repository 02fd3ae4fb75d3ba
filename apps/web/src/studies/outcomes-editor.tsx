import { useState } from 'react';
import { studyFieldWords } from '@caseboard/wording';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { ProseField } from '../ui/prose-field';
import { Check } from './check';
import { NameCard } from './name-card';
import { readNumber } from './number-text';
import { useStudy } from './study-context';
import { WriteRow } from './write-layout';
import styles from './write.module.css';

const words = defineWords(
  {
    statement: 'Outcome {n}',
    value: 'Number of outcome {n}',
    unit: 'Unit of outcome {n}',
    head: 'Outcome',
    number: 'Number',
    unitHead: 'Unit',
    add: 'Add an outcome',
    remove: 'Remove outcome {n}',
    notANumber: 'This is not read as a number.',
    what: 'What became better',
    units: '%, hours, times',
  },
  {
    statement: '成效 {n}',
    value: '成效 {n} 的数值',
    unit: '成效 {n} 的单位',
    head: '成效',
    number: '数值',
    unitHead: '单位',
    add: '添加成效',
    remove: '移除成效 {n}',
    notANumber: '无法读作数字。',
    what: '哪一点变好了',
    units: '%、小时、倍',
  },
);

/** The outcomes as a small table; one number is enough, and its hole is dashed until it is there. */
export function OutcomesEditor() {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, set, finding, mayEdit, faultOf } = useStudy();
  const { outcomes } = draft;
  const measured = finding('measured-outcome');
  const change = (index: number, part: Partial<(typeof outcomes)[number]>) =>
    set(
      'outcomes',
      outcomes.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  return (
    <WriteRow
      place="outcomes"
      fault={faultOf('outcomes')}
      margin={
        <>
          <Check finding={measured} />
          {outcomes.map((_, index) => (
            <NameCard key={index} path={`outcomes[${index}].statement`} />
          ))}
        </>
      }
    >
      {outcomes.length > 0 && (
        <div className={styles.outcomes} role="table" aria-label={studyFieldWords[language].outcomes}>
          <div role="row" className={styles.outcomesHead}>
            <span role="columnheader">{say('head')}</span>
            <span role="columnheader">{say('number')}</span>
            <span role="columnheader">{say('unitHead')}</span>
          </div>
          {outcomes.map((outcome, index) => (
            <div role="row" key={index} className={styles.outcome} data-place={`outcomes[${index}].statement`}>
              <span role="cell">
                <ProseField
                  size="dense"
                  className={styles.statement}
                  aria-label={say('statement', { n: index + 1 })}
                  value={outcome.statement}
                  placeholder={say('what')}
                  readOnly={!mayEdit}
                  onChange={(event) => change(index, { statement: event.target.value })}
                />
              </span>
              <span role="cell">
                <NumberInput
                  label={say('value', { n: index + 1 })}
                  value={outcome.value}
                  wanted={measured?.outcome !== 'met'}
                  readOnly={!mayEdit}
                  onChange={(value) => change(index, { value })}
                  fault={say('notANumber')}
                />
              </span>
              <span role="cell">
                <input
                  aria-label={say('unit', { n: index + 1 })}
                  value={outcome.unit ?? ''}
                  placeholder={say('units')}
                  readOnly={!mayEdit}
                  onChange={(event) => change(index, { unit: event.target.value || null })}
                />
              </span>
              <span role="cell">
                {mayEdit && (
                  <IconButton
                    icon="close"
                    size="small"
                    label={say('remove', { n: index + 1 })}
                    onClick={() =>
                      set(
                        'outcomes',
                        outcomes.filter((_, at) => at !== index),
                      )
                    }
                  />
                )}
              </span>
            </div>
          ))}
        </div>
      )}
      {mayEdit && (
        <Button
          size="small"
          look="quiet"
          icon="plus"
          onClick={() => set('outcomes', [...outcomes, { statement: '', value: null, unit: null }])}
        >
          {say('add')}
        </Button>
      )}
    </WriteRow>
  );
}

interface NumberProps {
  label: string;
  value: number | null;
  /** The number is still missing: a dashed hole. */
  wanted: boolean;
  readOnly: boolean;
  onChange: (value: number | null) => void;
  fault: string;
}

/** A number as people write it; what cannot be read stays on screen and is not handed on. */
function NumberInput({ label, value, wanted, readOnly, onChange, fault }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : String(value));
  const isBad = typed !== null && typed.trim() !== '' && readNumber(typed) === null;
  return (
    <input
      aria-label={label}
      aria-invalid={isBad || undefined}
      title={isBad ? fault : undefined}
      inputMode="decimal"
      className={wanted && value === null ? styles.hole : undefined}
      value={shown}
      readOnly={readOnly}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = readNumber(event.target.value);
        if (number !== null || event.target.value.trim() === '') onChange(number);
      }}
      onBlur={() => !isBad && setTyped(null)}
    />
  );
}

import type { Settings } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { IconButton } from '../ui/button';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { EmptyState } from '../ui/note';
import { TextLink } from '../ui/page-frame';
import { Suggest } from '../ui/suggest';
import { useToast } from '../ui/toast';
import type { SectionProps } from './organisation-form';
import { suggestions, useCatalogNames } from './settings.queries';
import styles from './settings.module.css';

const words = defineWords(
  {
    specialization: 'Specialization',
    weight: 'Weight',
    submitOn: 'Planned submission',
    add: 'Add a target',
    addHint: 'Name or code',
    remove: 'Remove {name}',
    removed: '{name} is no target any more',
    none: 'No targets yet',
    noneText: 'Choose the specializations you aim at. Home then shows what each still needs.',
    weightOf: 'Weight of {name}',
    dayOf: 'Planned submission of {name}',
    noDay: 'none planned',
  },
  {
    specialization: '专业认证',
    weight: '权重',
    submitOn: '计划申报日',
    add: '添加目标',
    addHint: '名称或代码',
    remove: '移除 {name}',
    removed: '{name} 已不是目标',
    none: '尚无目标',
    noneText: '选择您要取得的专业认证，首页会显示各自还缺什么。',
    weightOf: '{name} 的权重',
    dayOf: '{name} 的计划申报日',
    noDay: '未计划',
  },
);

type Target = Settings['targets'][number];

/** Each change is saved at once; removing can be undone. */
export function TargetsTable({ settings, onChange, readOnly, today }: SectionProps) {
  const say = useWords(words);
  const days = useDays();
  const toast = useToast();
  const language = useLanguage();
  const { data: catalog = [] } = useCatalogNames();
  const [typed, setTyped] = useState('');
  const nameOf = (code: string) => catalog.find((entry) => entry.code === code)?.name ?? code;
  const put = (targets: Target[]) => onChange({ targets });
  const edit = (code: string, part: Partial<Target>) =>
    put(settings.targets.map((target) => (target.specialization === code ? { ...target, ...part } : target)));
  const remove = (code: string) => {
    const before = settings.targets;
    onChange({ targets: before.filter((target) => target.specialization !== code) }, () =>
      toast({ text: say('removed', { name: nameOf(code) }) }),
    );
  };
  const free = catalog.filter((entry) => !settings.targets.some((target) => target.specialization === entry.code));
  return (
    <>
      {settings.targets.length === 0 ? (
        <EmptyState small title={say('none')}>
          {say('noneText')}
        </EmptyState>
      ) : (
        <table className={styles.targets}>
          <thead>
            <tr>
              <th scope="col">{say('specialization')}</th>
              <th scope="col">{say('weight')}</th>
              <th scope="col">{say('submitOn')}</th>
              {!readOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {settings.targets.map((target) => {
              const name = nameOf(target.specialization);
              return (
                <tr key={target.specialization}>
                  <th scope="row">
                    <TextLink to="/specializations/$code" params={{ code: target.specialization }}>
                      {name}
                    </TextLink>
                  </th>
                  <td className={styles.weight}>
                    {readOnly ? (
                      target.weight
                    ) : (
                      <WeightField
                        key={target.weight}
                        label={say('weightOf', { name })}
                        value={target.weight}
                        onChange={(weight) => edit(target.specialization, { weight })}
                      />
                    )}
                  </td>
                  <td className={styles.day}>
                    {readOnly ? (
                      target.submitOn ? (
                        days.day(target.submitOn)
                      ) : (
                        say('noDay')
                      )
                    ) : (
                      <DayField
                        bare
                        label={say('dayOf', { name })}
                        value={target.submitOn ?? ''}
                        placeholder={say('noDay')}
                        consequence={target.submitOn && days.distance(today, target.submitOn)}
                        onChange={(day) => day !== (target.submitOn ?? '') && edit(target.specialization, { submitOn: day || null })}
                      />
                    )}
                  </td>
                  {!readOnly && (
                    <td className={styles.remove}>
                      <IconButton icon="close" size="small" label={say('remove', { name })} onClick={() => remove(target.specialization)} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <div className={styles.add}>
          <Suggest
            label={say('add')}
            placeholder={say('addHint')}
            text={typed}
            onText={setTyped}
            options={suggestions(free, language)}
            onChoose={(chosen) => {
              setTyped('');
              put([...settings.targets, { specialization: chosen.value, weight: 1, submitOn: null }]);
            }}
          />
        </div>
      )}
    </>
  );
}

/** Saved on leaving the field, not on each key. */
function WeightField({ label, value, onChange }: { label: string; value: number; onChange: (weight: number) => void }) {
  const [typed, setTyped] = useState(String(value));
  const weight = Math.trunc(Number(typed));
  return (
    <TextField
      bare
      label={label}
      type="number"
      min={1}
      max={1000}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (weight >= 1 && weight <= 1000 && weight !== value) onChange(weight);
        else setTyped(String(value));
      }}
    />
  );
}

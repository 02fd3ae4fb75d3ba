import type { ReportSettings } from '@caseboard/contracts';
import { partnerClassWords, practiceWords, strategyStateWords, strategyWords } from '@caseboard/wording';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Check, SelectField, TextField } from '../ui/field';
import { reportSettingsWords } from './report-settings.words';
import styles from './report-settings.module.css';

type Value = ReportSettings['value'];
type Part = { value: Value; onChange: (value: Value) => void };

/** What an organisation tells of itself: revenue, categories, class, China, the six strategies. */
export function ValueFields({ value, onChange }: Part) {
  const say = useWords(reportSettingsWords);
  const language = useLanguage();
  return (
    <fieldset className={styles.list}>
      <legend>{say('value')}</legend>
      <Revenue value={value} onChange={onChange} />
      <fieldset className={styles.list}>
        <legend>{say('categories')}</legend>
        <div className={styles.ticks}>
          {choicesOf(practiceWords[language]).map(({ value: name, label }) => (
            <Check
              key={name}
              label={label}
              checked={value.activeCategories.some((each) => each === name)}
              onChange={(event) => onChange({ ...value, activeCategories: toggled(value.activeCategories, name, event.target.checked) })}
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.two}>
        <SelectField
          label={say('partnerClass')}
          help={say('classHelp')}
          value={value.classByHand ?? ''}
          choices={[{ value: '', label: say('byCategories') }, ...choicesOf(partnerClassWords[language])]}
          onChange={(chosen) => onChange({ ...value, classByHand: (chosen || null) as Value['classByHand'] })}
        />
        <Check
          label={say('inChina')}
          help={say('chinaHelp')}
          checked={value.inChina}
          onChange={(event) => onChange({ ...value, inChina: event.target.checked })}
        />
      </div>
      <Strategies value={value} onChange={onChange} />
    </fieldset>
  );
}

/** Without an amount there is none, whatever the currency. */
function Revenue({ value, onChange }: Part) {
  const say = useWords(reportSettingsWords);
  const { awsRevenue } = value;
  const set = (amount: string, currency: string) =>
    onChange({ ...value, awsRevenue: amount === '' ? null : { amount: Math.max(0, Number(amount)), currency } });
  return (
    <div className={styles.two}>
      <TextField
        label={say('revenue')}
        help={say('revenueHelp')}
        optional
        type="number"
        min={0}
        max={1e12}
        value={awsRevenue?.amount ?? ''}
        onChange={(event) => set(event.target.value, awsRevenue?.currency ?? 'USD')}
      />
      <TextField
        label={say('currency')}
        pattern="[A-Z]{3}"
        maxLength={3}
        value={awsRevenue?.currency ?? 'USD'}
        readOnly={awsRevenue === null}
        onChange={(event) => set(String(awsRevenue?.amount ?? ''), event.target.value.toUpperCase())}
      />
    </div>
  );
}

type StrategyName = keyof Value['strategies'];

function Strategies({ value, onChange }: Part) {
  const say = useWords(reportSettingsWords);
  const language = useLanguage();
  const names = strategyWords[language];
  const set = (name: StrategyName, part: Partial<Value['strategies'][StrategyName]>) =>
    onChange({ ...value, strategies: { ...value.strategies, [name]: { ...value.strategies[name], ...part } } });
  return (
    <fieldset className={styles.list}>
      <legend>{say('strategies')}</legend>
      {(Object.keys(names) as StrategyName[]).map((name) => {
        const { state, owner, note } = value.strategies[name];
        return (
          <div key={name} className={styles.strategy}>
            <span>{names[name]}</span>
            <SelectField
              label={say('strategyState', { name: names[name] })}
              bare
              value={state}
              choices={choicesOf(strategyStateWords[language])}
              onChange={(next) => set(name, { state: next as typeof state })}
            />
            <TextField
              label={say('strategyOwner', { name: names[name] })}
              bare
              placeholder={say('owner')}
              maxLength={255}
              value={owner}
              onChange={(event) => set(name, { owner: event.target.value })}
            />
            <TextField
              label={say('strategyNote', { name: names[name] })}
              bare
              placeholder={say('note')}
              maxLength={2000}
              value={note}
              onChange={(event) => set(name, { note: event.target.value })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** In the order of the table, whatever the order of the ticks. */
function toggled(chosen: Value['activeCategories'], name: string, isOn: boolean): Value['activeCategories'] {
  const all = Object.keys(practiceWords.en) as Value['activeCategories'];
  return all.filter((each) => (each === name ? isOn : chosen.includes(each)));
}

import { cadences, type ReportSettings } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { SelectField } from '../ui/field';
import { Suggest } from '../ui/suggest';
import { useToast } from '../ui/toast';
import { useReaders } from './readers';
import { ListField } from './list-field';
import { reportSettingsWords } from './report-settings.words';
import { ValueFields } from './value-fields';
import styles from './report-settings.module.css';

interface Props {
  settings: ReportSettings;
  onChange: (part: Partial<ReportSettings>, done: () => void) => void;
  busy: boolean;
}

/** What is saved together. */
export function ReportSettingsForm({ settings, onChange, busy }: Props) {
  const say = useWords(reportSettingsWords);
  const toast = useToast();
  const { day } = useDays();
  const [draft, setDraft] = useState(settings);
  const set = (part: Partial<ReportSettings>) => setDraft({ ...draft, ...part });
  const { cadence, boardDays, readers, value } = draft;
  const isClean = JSON.stringify(draft) === JSON.stringify(settings);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ cadence, boardDays, readers, value }, () => toast({ text: say('saved') }));
      }}
    >
      <div className={styles.two}>
        <SelectField
          label={say('cadence')}
          help={settings.nextOn ? say('nextOn', { day: day(settings.nextOn, 'full') }) : say('noNext')}
          value={cadence}
          choices={cadences.map((each) => ({ value: each, label: say(each) }))}
          onChange={(next) => set({ cadence: next as ReportSettings['cadence'] })}
        />
        <BoardDays days={boardDays} onChange={(next) => set({ boardDays: next })} />
      </div>
      <Readers readers={readers} onChange={(next) => set({ readers: next })} />
      <ValueFields value={value} onChange={(next) => set({ value: next })} />
      <div>
        <Button type="submit" busy={busy} cannot={isClean && say('clean')}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

function BoardDays({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const say = useWords(reportSettingsWords);
  const { day } = useDays();
  const [next, setNext] = useState('');
  return (
    <ListField
      title={say('boards')}
      help={say('boardsHelp')}
      items={days.map((each) => ({ value: each, label: day(each, 'full'), remove: say('removeDay', { day: day(each) }) }))}
      onRemove={(gone) => onChange(days.filter((each) => each !== gone))}
      add={say('addDay')}
      onAdd={() => {
        if (next) onChange([...new Set([...days, next])].sort());
        setNext('');
      }}
    >
      <DayField key={days.length} label={say('boardDay')} bare value={next} onChange={setNext} placeholder={say('boardDay')} />
    </ListField>
  );
}

function Readers({ readers, onChange }: { readers: readonly string[]; onChange: (readers: string[]) => void }) {
  const say = useWords(reportSettingsWords);
  const people = useReaders();
  const [typed, setTyped] = useState('');
  const add = (email: string) => {
    if (email.trim()) onChange([...new Set([...readers, email.trim()])]);
    setTyped('');
  };
  return (
    <ListField
      title={say('readers')}
      help={say('readersHelp')}
      none={say('noReaders')}
      items={readers.map((email) => ({
        value: email,
        label: people.find((each) => each.value === email)?.beside ?? email,
        remove: say('removeReader', { email }),
      }))}
      onRemove={(gone) => onChange(readers.filter((each) => each !== gone))}
      add={say('addReader')}
      onAdd={() => add(typed)}
    >
      <Suggest
        label={say('reader')}
        text={typed}
        options={people.filter(({ value }) => !readers.includes(value))}
        onText={setTyped}
        onChoose={(option) => add(option.value)}
      />
    </ListField>
  );
}

import type { Settings } from '@caseboard/contracts';
import { useMemo, useState } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { faultText } from '../ui/note';
import { Suggest } from '../ui/suggest';
import { useToast } from '../ui/toast';
import styles from './settings.module.css';

const words = defineWords(
  {
    legalName: 'Legal name',
    legalNameHelp: 'As AWS knows you. A customer of the same name is told to be internal.',
    timeZone: 'Time zone',
    timeZoneHelp: 'Decides when a new day begins.',
    warningDays: 'Warning window, in days',
    warningHelp: 'Ready, but lost within so many days, is “at risk”. 90 is usual.',
    save: 'Save',
    saved: 'Settings saved',
    clean: 'Nothing has changed yet.',
  },
  {
    legalName: '公司法定名称',
    legalNameHelp: '与 AWS 登记的一致。同名客户会被提示为内部客户。',
    timeZone: '时区',
    timeZoneHelp: '决定新的一天从何时开始。',
    warningDays: '预警天数',
    warningHelp: '已就绪但将在此天数内失去，即为“有风险”。通常为 90。',
    save: '保存',
    saved: '设置已保存',
    clean: '尚无修改。',
  },
);

export interface SectionProps {
  settings: Settings;
  onChange: (part: Partial<Settings>, done?: () => void) => void;
  readOnly: boolean;
  today: string;
}

export function OrganisationForm({ settings, onChange, readOnly, busy, error }: SectionProps & { busy: boolean; error: unknown }) {
  const say = useWords(words);
  const toast = useToast();
  const [legalName, setLegalName] = useState(settings.legalName);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [warningDays, setWarningDays] = useState(String(settings.warningDays));
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), []);
  const isClean = legalName === settings.legalName && timeZone === settings.timeZone && warningDays === String(settings.warningDays);
  return (
    <form
      className={styles.organisation}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ legalName, timeZone, warningDays: Number(warningDays) }, () => toast({ text: say('saved') }));
      }}
    >
      <TextField
        label={say('legalName')}
        help={say('legalNameHelp')}
        value={legalName}
        readOnly={readOnly}
        maxLength={255}
        onChange={(event) => setLegalName(event.target.value)}
        error={faultText(error, 'legalName')}
      />
      {readOnly ? (
        <TextField label={say('timeZone')} help={say('timeZoneHelp')} value={timeZone} readOnly />
      ) : (
        <Suggest
          label={say('timeZone')}
          help={say('timeZoneHelp')}
          text={timeZone}
          onText={setTimeZone}
          options={zones}
          onChoose={(zone) => setTimeZone(zone.value)}
          error={faultText(error, 'timeZone')}
        />
      )}
      <TextField
        label={say('warningDays')}
        help={say('warningHelp')}
        type="number"
        min={0}
        max={730}
        required
        value={warningDays}
        readOnly={readOnly}
        onChange={(event) => setWarningDays(event.target.value)}
        error={faultText(error, 'warningDays')}
      />
      {!readOnly && (
        <div>
          <Button type="submit" look="strong" busy={busy} cannot={isClean && say('clean')}>
            {say('save')}
          </Button>
        </div>
      )}
    </form>
  );
}

import { roleMeanings, roleWords } from '@caseboard/wording';
import { roles, type Role } from '@caseboard/contracts';
import { useId } from 'react';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Check } from '../ui/field';
import styles from './people.module.css';

const words = defineWords(
  {
    role: 'Role',
    anonymous: 'May see the names of anonymous customers',
    help: 'Otherwise a leader never meets them, not even in searches and exports.',
  },
  { role: '角色', anonymous: '可以查看匿名客户的名称', help: '否则负责领导在任何地方都看不到，包括搜索和导出。' },
);

interface Props {
  role: Role;
  seesAnonymousNames: boolean;
  onChange: (part: { role?: Role; seesAnonymousNames?: boolean }) => void;
}

/** The four roles with what each may do, and the one extra choice a leader has. */
export function RoleChoice({ role, seesAnonymousNames, onChange }: Props) {
  const say = useWords(words);
  const language = useLanguage();
  const name = useId();
  return (
    <>
      <fieldset className={styles.roles}>
        <legend>{say('role')}</legend>
        {roles.map((one) => (
          <label key={one}>
            <input type="radio" name={name} value={one} checked={one === role} onChange={() => onChange({ role: one })} />
            {roleWords[language][one]}
            <small>{roleMeanings[language][one]}</small>
          </label>
        ))}
      </fieldset>
      {role === 'leader' && (
        <Check
          label={say('anonymous')}
          help={say('help')}
          checked={seesAnonymousNames}
          onChange={(event) => onChange({ seesAnonymousNames: event.target.checked })}
        />
      )}
    </>
  );
}

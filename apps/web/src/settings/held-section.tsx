import { useState } from 'react';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/page-frame';
import { Suggest } from '../ui/suggest';
import type { SectionProps } from './organisation-form';
import { suggestions, useCatalogNames } from './settings.queries';
import styles from './settings.module.css';

const words = defineWords(
  { add: 'Add one you hold', addHint: 'Name or code', remove: 'Remove {name}', none: 'None yet.' },
  { add: '添加已获得的认证', addHint: '名称或代码', remove: '移除 {name}', none: '尚无。' },
);

export function HeldSection({ settings, onChange, readOnly }: SectionProps) {
  const say = useWords(words);
  const language = useLanguage();
  const { data: catalog = [] } = useCatalogNames();
  const [typed, setTyped] = useState('');
  const held = settings.heldSpecializations;
  const free = catalog.filter((entry) => !held.includes(entry.code));
  return (
    <>
      {held.length === 0 && <p className={styles.help}>{say('none')}</p>}
      <ul className={styles.held}>
        {held.map((code) => {
          const entry = catalog.find((one) => one.code === code);
          const name = entry?.name ?? code;
          return (
            <li key={code}>
              <Icon name="seal" size={14} />
              {entry ? (
                <TextLink to="/specializations/$code" params={{ code }}>
                  {name}
                </TextLink>
              ) : (
                name
              )}
              {!readOnly && (
                <button
                  type="button"
                  aria-label={say('remove', { name })}
                  onClick={() => onChange({ heldSpecializations: held.filter((other) => other !== code) })}
                >
                  <Icon name="close" size={14} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
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
              onChange({ heldSpecializations: [...held, chosen.value] });
            }}
          />
        </div>
      )}
    </>
  );
}

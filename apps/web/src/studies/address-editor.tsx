import { formatWords, studyFieldWords, urlStateWords } from '@caseboard/wording';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { SelectField, TextField } from '../ui/field';
import { Check } from './check';
import { NameCard } from './name-card';
import { useStudy } from './study-context';
import { WriteRow } from './write-layout';
import styles from './write.module.css';

const words = defineWords(
  { none: 'Not chosen', private: 'A private study needs no address.', check: 'Page check' },
  { none: '未选择', private: '私有案例无需网址。', check: '页面检查' },
);

/** Where the study is published and as what. */
export function AddressEditor() {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, set, edit, finding, mayEdit, faultOf } = useStudy();
  const states = (['', 'ok', 'broken'] as const).map((value) => ({ value, label: urlStateWords[language][value || 'unchecked'] }));
  return (
    <WriteRow
      place="url"
      margin={
        <>
          <Check finding={finding('published')} />
          <Check finding={finding('url-reachable')} quiet />
          <NameCard path="url" />
        </>
      }
    >
      <div className={styles.address}>
        <TextField
          label={studyFieldWords[language].url}
          type="url"
          inputMode="url"
          value={draft.url}
          placeholder="https://"
          readOnly={!mayEdit}
          error={faultOf('url')}
          help={draft.visibility === 'private' ? say('private') : undefined}
          onChange={(event) => edit((now) => ({ ...now, url: event.target.value, urlState: null }))}
        />
        <SelectField
          label={studyFieldWords[language].format}
          value={draft.format ?? ''}
          disabled={!mayEdit}
          choices={[{ value: '', label: say('none') }, ...choicesOf(formatWords[language])]}
          onChange={(value) => set('format', value || null)}
        />
        <SelectField
          label={say('check')}
          value={draft.urlState ?? ''}
          disabled={!mayEdit}
          choices={states}
          onChange={(value) => set('urlState', value || null)}
        />
      </div>
    </WriteRow>
  );
}

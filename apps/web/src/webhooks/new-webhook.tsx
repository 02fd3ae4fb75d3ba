import type { Language } from '@caseboard/contracts';
import { useState } from 'react';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Check, SelectField, TextField } from '../ui/field';
import { ErrorNote, faultText, Note } from '../ui/note';
import { useAddWebhook } from './webhook.queries';
import { webhookWords } from './webhook.words';
import styles from './webhooks.module.css';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
];

/** Adds a webhook and shows its secret this once. */
export function NewWebhookForm() {
  const say = useWords(webhookWords);
  const empty = { name: '', url: '', privateAllowed: false, language: useLanguage() };
  const [fields, setFields] = useState(empty);
  const add = useAddWebhook();
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(fields, { onSuccess: () => setFields(empty) });
        }}
      >
        <TextField
          label={say('name')}
          placeholder={say('nameHint')}
          required
          maxLength={100}
          value={fields.name}
          onChange={(event) => setFields({ ...fields, name: event.target.value })}
          error={faultText(add.error, 'name')}
        />
        <TextField
          label={say('url')}
          type="url"
          placeholder="https://"
          required
          maxLength={2000}
          value={fields.url}
          onChange={(event) => setFields({ ...fields, url: event.target.value })}
          error={faultText(add.error, 'url')}
        />
        <SelectField
          label={say('language')}
          choices={languages}
          value={fields.language}
          onChange={(language) => setFields({ ...fields, language: language as Language })}
        />
        <div className={styles.whole}>
          <Check
            label={say('private')}
            help={say('privateHelp')}
            checked={fields.privateAllowed}
            onChange={(event) => setFields({ ...fields, privateAllowed: event.target.checked })}
          />
        </div>
        <div className={styles.whole}>
          <Button type="submit" busy={add.isPending}>
            {say('add')}
          </Button>
        </div>
      </form>
      {add.error && <ErrorNote error={add.error} shownPaths={['name', 'url']} />}
      {add.data && (
        <div role="status">
          <Note tone="done">
            {say('fresh')}
            <span className={styles.secret}>
              <input readOnly value={add.data.secret} aria-label={say('secret')} onFocus={(event) => event.target.select()} />
              <CopyButton text={add.data.secret} what={say('secret')} />
            </span>
          </Note>
        </div>
      )}
    </>
  );
}

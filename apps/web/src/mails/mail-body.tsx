import type { MailDetail } from '@caseboard/contracts';
import { useState } from 'react';
import { useWords } from '../platform/words';
import { TabPanel, Tabs } from '../ui/choose';
import { mailWords } from './mail.words';
import styles from './mails.module.css';

type Form = 'html' | 'text' | 'body';

/** The mail in each of its forms. The HTML stands in a frame that may run nothing and reach nothing but new windows. */
export function MailBody({ mail }: { mail: MailDetail }) {
  const say = useWords(mailWords);
  const body = mail.body === null || mail.body === undefined ? null : JSON.stringify(mail.body, null, 2);
  const forms: { readonly [F in Form]: string | null } = { html: mail.html, text: mail.text, body };
  const given = (['html', 'text', 'body'] as const).filter((form) => forms[form] !== null);
  const [chosen, setChosen] = useState<Form | null>(null);
  const form = chosen ?? given[0];
  if (!form) return <p className={styles.notYet}>{say('notYet')}</p>;
  return (
    <>
      <div className={styles.forms}>
        <Tabs<Form>
          look="segmented"
          label={say('parts')}
          value={form}
          options={given.map((value) => ({ value, label: say(value) }))}
          onChange={setChosen}
        />
      </div>
      <TabPanel of={form}>
        {form === 'html' ? (
          <iframe
            className={styles.frame}
            title={say('frame')}
            srcDoc={inNewWindows(mail.html ?? '')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
          />
        ) : (
          <pre className={styles.text} tabIndex={0}>
            {forms[form]}
          </pre>
        )}
      </TabPanel>
    </>
  );
}

/** A link in the mail must not open inside the frame, where nothing may run. */
function inNewWindows(html: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
}

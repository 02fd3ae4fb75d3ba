import type { ReportLink } from '@caseboard/contracts';
import { useState, type FormEvent } from 'react';
import { addMonths } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useLanguage, useWords, type Language } from '../platform/words';
import { Button } from '../ui/button';
import { Segmented } from '../ui/choose';
import { CopyButton } from '../ui/copy-button';
import { DayField } from '../ui/day-field';
import { Dialog } from '../ui/dialog';
import { Check } from '../ui/field';
import { ErrorNote, faultText, Note } from '../ui/note';
import { issuedWords } from './issued.words';
import { useCreateLink, useReportLinks, useRevokeLink } from './report.queries';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

/** Links for people without an account: made, copied once, revoked. */
export function LinksDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const say = useWords(issuedWords);
  const links = useReportLinks(number);
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('linksTitle')}
      at="side"
      width={480}
      actions={<Button onClick={onClose}>{say('close')}</Button>}
    >
      <p>{say('linksText')}</p>
      <NewLink number={number} />
      {links.error && <ErrorNote error={links.error} retry={() => void links.refetch()} />}
      {links.data?.length === 0 && <p className={styles.note}>{say('noLinks')}</p>}
      <ul className={styles.linkRows}>
        {links.data?.map((link) => (
          <LinkRow key={link.id} number={number} link={link} />
        ))}
      </ul>
    </Dialog>
  );
}

function NewLink({ number }: { number: number }) {
  const say = useWords(issuedWords);
  const screen = useWords(reportScreenWords);
  const { today } = useSession();
  const create = useCreateLink(number);
  const [expiresOn, setExpiresOn] = useState<string>(addMonths(today, 1));
  const [includeNames, setIncludeNames] = useState(false);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const send = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ expiresOn, includeNames, language });
  };
  return (
    <>
      <form className={`${styles.newLink} ${styles.note}`} onSubmit={send}>
        <DayField label={say('expires')} value={expiresOn} onChange={setExpiresOn} error={faultText(create.error, 'expiresOn')} />
        <div>
          <p>{screen('language')}</p>
          <Segmented
            label={screen('language')}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'en', label: say('en') },
              { value: 'zh', label: say('zh') },
            ]}
          />
        </div>
        <Check
          label={say('names')}
          help={say('namesHelp')}
          checked={includeNames}
          onChange={(event) => setIncludeNames(event.target.checked)}
        />
        <div>
          <Button type="submit" look="strong" busy={create.isPending}>
            {say('create')}
          </Button>
        </div>
      </form>
      <div role="status">
        {create.error && <ErrorNote error={create.error} shownPaths={['expiresOn']} />}
        {create.data && (
          <div className={styles.note}>
            <Note tone="done">
              {say('once')}
              <span className={styles.secret}>
                <input readOnly aria-label={say('address')} value={create.data.url} onFocus={(event) => event.currentTarget.select()} />
                <CopyButton text={create.data.url} size="small" />
              </span>
            </Note>
          </div>
        )}
      </div>
    </>
  );
}

function LinkRow({ number, link }: { number: number; link: ReportLink }) {
  const say = useWords(issuedWords);
  const { day, moment } = useDays();
  const { today } = useSession();
  const revoke = useRevokeLink(number);
  const works = link.revokedAt === null && link.expiresOn > today;
  const standing = link.revokedAt ? 'revoked' : works ? 'until' : 'expired';
  return (
    <li>
      <span>
        {say(standing, { day: day(link.expiresOn) })} · {say(link.language)} · {say(link.includesNames ? 'withNames' : 'withoutNames')}
        <small>
          {say('made', { who: link.createdBy, when: moment(link.createdAt) })} · {say('opened', { count: link.opened })}
          {link.lastOpenedAt && ` · ${say('lastOpened', { when: moment(link.lastOpenedAt) })}`}
        </small>
        {revoke.error && <ErrorNote error={revoke.error} />}
      </span>
      {works && (
        <Button
          size="small"
          look="danger"
          busy={revoke.isPending}
          aria-label={say('revokeOf', { when: moment(link.createdAt) })}
          onClick={() => revoke.mutate(link.id)}
        >
          {say('revoke')}
        </Button>
      )}
    </li>
  );
}

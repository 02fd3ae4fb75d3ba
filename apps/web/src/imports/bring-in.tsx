import { downloadAddress } from '../platform/api';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { Note } from '../ui/note';
import { PageFrame, PageHead, Section } from '../ui/page-frame';
import { DropZone } from './drop-zone';
import { importWords } from './import.words';
import { ImportsTable } from './imports-table';
import styles from './import.module.css';

/** The first page: a place to drop the file, the template, the portfolio to take along, and earlier imports. */
export function BringIn() {
  const say = useWords(importWords);
  const may = useMay();
  return (
    <PageFrame title={say('title')} aside={<TakeAlong />}>
      <PageHead title={say('title')}>{say('lead')}</PageHead>
      {may('import.run') ? (
        <>
          <DropZone />
          <div className={styles.earlier}>
            <Section title={say('earlier')}>
              <ImportsTable />
            </Section>
          </div>
        </>
      ) : (
        <Note>{say('mayNot')}</Note>
      )}
    </PageFrame>
  );
}

/** Files to keep: the empty spreadsheet and the portfolio in each of its forms. */
function TakeAlong() {
  const say = useWords(importWords);
  const language = useLanguage();
  const files = (entries: readonly (readonly [label: string, href: string, name?: string])[]) => (
    <ul className={styles.files}>
      {entries.map(([label, href, name = '']) => (
        <li key={href}>
          <a href={href} download={name}>
            <Icon name="download" /> {label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Section title={say('template')}>
        <p className={styles.small}>{say('templateNote')}</p>
        {files([
          [say('workbook'), downloadAddress('/api/imports/template', { format: 'xlsx', language })],
          ['CSV', downloadAddress('/api/imports/template', { format: 'csv', language })],
        ])}
      </Section>
      <Section title={say('take')}>
        <p className={styles.small}>{say('takeNote')}</p>
        {files([
          [say('document'), downloadAddress('/api/portfolio'), 'portfolio.json'],
          [say('workbook'), downloadAddress('/api/portfolio', { format: 'xlsx', language })],
          [say('studiesCsv'), downloadAddress('/api/portfolio', { format: 'csv', language })],
        ])}
      </Section>
    </>
  );
}

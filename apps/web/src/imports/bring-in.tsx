import { useNavigate } from '@tanstack/react-router';
import { formatSize } from '@caseboard/wording';
import { useRef, useState } from 'react';
import { downloadAddress } from '../platform/api';
import { useMay } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ErrorNote, Note } from '../ui/note';
import { PageFrame, PageHead, Section } from '../ui/page-frame';
import { importWords } from './import.words';
import { useDryRun } from './import.queries';
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
          <Section title={say('earlier')}>
            <ImportsTable />
          </Section>
        </>
      ) : (
        <Note>{say('mayNot')}</Note>
      )}
    </PageFrame>
  );
}

function DropZone() {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const dryRun = useDryRun();
  const take = (file: File | undefined) => {
    if (file && !dryRun.isPending)
      dryRun.mutate(file, { onSuccess: ({ id }) => void navigate({ to: '/import', search: { id } as never }) });
  };
  return (
    <>
      <div
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="upload" size={20} />
        <p className={styles.dropTitle}>{say('drop')}</p>
        <p className={styles.small}>{say('dropNote')}</p>
        <input
          ref={input}
          type="file"
          className={styles.file}
          accept=".xlsx,.csv,.json"
          aria-label={say('choose')}
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button look="strong" busy={dryRun.isPending} onClick={() => input.current?.click()}>
          {say('choose')}
        </Button>
      </div>
      {dryRun.isPending && (
        <div className={styles.progress} role="status">
          <span>{say('reading', { name: dryRun.variables.name, size: formatSize(dryRun.variables.size) })}</span>
          <span className={styles.running} />
        </div>
      )}
      {dryRun.error ? (
        <div className={styles.error}>
          <ErrorNote error={dryRun.error} />
        </div>
      ) : null}
    </>
  );
}

/** Files to keep: the empty spreadsheet and the portfolio in each of its forms. */
function TakeAlong() {
  const say = useWords(importWords);
  const language = useLanguage();
  const files = (entries: readonly (readonly [string, string])[]) => (
    <ul className={styles.files}>
      {entries.map(([label, href]) => (
        <li key={href}>
          <a href={href} download>
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
          [say('document'), downloadAddress('/api/portfolio')],
          [say('workbook'), downloadAddress('/api/portfolio', { format: 'xlsx', language })],
          [say('studiesCsv'), downloadAddress('/api/portfolio', { format: 'csv', language })],
        ])}
      </Section>
    </>
  );
}

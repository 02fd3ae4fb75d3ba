import type { ReportView } from '@caseboard/contracts';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { ErrorNote, Note } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { FileButtons } from './file-buttons';
import { issuedWords } from './issued.words';
import { LanguageSwitch, useReportLanguage } from './language-switch';
import { LinksDialog } from './links-dialog';
import { Paper } from './paper';
import { PaperStrokes } from './paper-strokes';
import { pageOf } from './report-text';
import { useReport, useReproduce } from './report.queries';
import styles from './report.module.css';

/** A report as it was issued; while it is being made, how far that is. */
export function Page() {
  const say = useWords(issuedWords);
  const { number: text = '' } = useParams({ strict: false });
  const number = Number(text) || 0;
  const language = useReportLanguage();
  const { data, error, refetch } = useReport(number);
  const page = useMemo(() => data && pageOf(data, language), [data, language]);
  return (
    <PageFrame
      title={say('numbered', { number })}
      crumbs={[{ label: say('reports'), link: { to: '/reports' } }]}
      width="full"
      hiddenHeading={!page}
      actions={
        page && (
          <>
            <span className={styles.wideOnly}>
              <LanguageSwitch value={language} />
            </span>
            <FileButtons path={`/api/reports/${number}`} language={language} />
          </>
        )
      }
    >
      <div className={styles.ground}>
        {error && <ErrorNote error={error} retry={() => void refetch()} />}
        {data && page && (
          <>
            <IssuedHead view={data} />
            <Paper page={page} />
          </>
        )}
        {data && !page && <Unmade view={data} />}
        {!data && !error && <PaperStrokes />}
      </div>
    </PageFrame>
  );
}

function IssuedHead({ view }: { view: ReportView }) {
  const say = useWords(issuedWords);
  const { moment } = useDays();
  const may = useMay();
  const language = useReportLanguage();
  const again = useReproduce(view.number);
  const [sharing, setSharing] = useState(false);
  return (
    <section className={styles.issuedHead} aria-label={say('numbered', { number: view.number })}>
      <dl className={styles.facts}>
        <div>
          <dt>{say('issued')}</dt>
          <dd>
            {view.issuedAt && moment(view.issuedAt)} · {view.issuedBy ?? say('bySchedule')}
          </dd>
        </div>
        <div>
          <dt>{say('hash')}</dt>
          <dd className={styles.hash} title={`${say('hashHelp')}: ${view.hash}`}>
            {view.hash?.slice(0, 16)}
          </dd>
        </div>
      </dl>
      <div className={styles.factButtons}>
        <span className={styles.narrowOnly}>
          <LanguageSwitch value={language} />
        </span>
        {may('report.share') && (
          <Button icon="link" onClick={() => setSharing(true)}>
            {say('links')}
          </Button>
        )}
        {may('report.issue') && (
          <Button busy={again.isPending} onClick={() => again.mutate()}>
            {say('again')}
          </Button>
        )}
      </div>
      <div role="status" className={again.data || again.error ? styles.note : undefined}>
        {again.error && <ErrorNote error={again.error} />}
        {again.data &&
          (again.data.same ? (
            <Note tone="done">{say('same')}</Note>
          ) : (
            <Note tone="refused">{say('differs', { hash: again.data.hash.slice(0, 16) })}</Note>
          ))}
      </div>
      {sharing && <LinksDialog number={view.number} onClose={() => setSharing(false)} />}
    </section>
  );
}

function Unmade({ view: { number, state, progress, error } }: { view: ReportView }) {
  const say = useWords(issuedWords);
  const percent = Math.floor(progress * 100);
  if (state === 'failed') {
    return (
      <div className={styles.progress}>
        <Note tone="refused">
          <b>{say('hasFailed', { number })}</b> {error}
        </Note>
      </div>
    );
  }
  return (
    <div className={styles.progress}>
      <h2>{say('isMaking', { number })}</h2>
      <progress max={1} value={progress} aria-label={say('isMaking', { number })} />
      <p>{say('leave', { percent })}</p>
    </div>
  );
}

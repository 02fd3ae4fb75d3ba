import type { ReportPage } from '@caseboard/wording';
import { lazy, Suspense, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { Logo } from '../ui/logo';
import { Ahead } from './ahead';
import { BoardChanges, BoardDecisions, BoardLosses, ChangesPart } from './board-lists';
import { Opens, Said } from './counted';
import { Figures } from './figures';
import { Lines } from './lines';
import { Targets } from './targets';
import { ValuePart } from './value-part';
import styles from './paper.module.css';

/** They bring Recharts. */
const Trend = lazy(() => import('./trend'));
const ShapePart = lazy(() => import('./shape-part'));

/** The report as it lies on a table: the page for the board first, then all the rest. Paper in both themes. */
export function Paper({ page, opens = true }: { page: ReportPage; opens?: boolean }) {
  const locale = page.language === 'zh' ? 'zh-CN' : 'en';
  return (
    <IntlProvider locale={locale} defaultLocale={locale} messages={none}>
      <Opens value={opens}>
        <div className={styles.desk} lang={locale} data-paper>
          <style>{printed}</style>
          <Board page={page} />
          <Sheet heading={page.parts.changes}>
            <ChangesPart changes={page.changes} />
          </Sheet>
          <Sheet heading={page.parts.ahead}>
            <Ahead page={page} />
          </Sheet>
          <Sheet heading={page.shape.heading}>
            <Suspense fallback={<div className={styles.chartRoom} />}>
              <ShapePart shape={page.shape} />
            </Suspense>
          </Sheet>
          <Sheet heading={page.value.heading}>
            <ValuePart value={page.value} />
            <Lines heading={page.trust.heading} none={page.trust.none}>
              {page.trust.lines.map((line, at) => (
                <li key={at}>
                  <Said sentence={line} />
                </li>
              ))}
            </Lines>
          </Sheet>
        </div>
      </Opens>
    </IntlProvider>
  );
}

function Board({ page }: { page: ReportPage }) {
  return (
    <article className={`${styles.sheet} ${styles.board}`} aria-labelledby="report-headline">
      <header className={styles.letterhead}>
        <Logo />
        <b>{page.partner}</b>
        <span>
          {page.title} · {page.subtitle}
        </span>
      </header>
      <h1 id="report-headline" className={styles.headline}>
        <Said sentence={page.headline} />
      </h1>
      <h2 className={styles.unseen}>{page.parts.board}</h2>
      <Figures figures={page.figures} />
      <Targets table={page.targets} />
      <div className={styles.pair}>
        <Suspense fallback={<div className={styles.chartRoom} />}>
          <Trend chart={page.trend} />
        </Suspense>
        <BoardChanges changes={page.changes} />
      </div>
      <div className={styles.pair}>
        <BoardLosses losses={page.losses} />
        <BoardDecisions decisions={page.decisions} />
      </div>
      <footer className={styles.foot}>
        {page.foot.map((line, at) => (
          <Said key={at} sentence={line} as="p" />
        ))}
      </footer>
    </article>
  );
}

function Sheet({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className={styles.sheet} aria-label={heading}>
      <h2 className={styles.part}>{heading}</h2>
      {children}
    </section>
  );
}

/** Holds while the paper is on screen: other pages print as the browser would. */
const printed = '@page { size: A4; margin: 10mm 0; }';
const none = {};

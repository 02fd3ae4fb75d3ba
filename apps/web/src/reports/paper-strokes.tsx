import { useWords } from '../platform/words';
import { StrokeRows } from '../ui/skeleton';
import { reportScreenWords } from './report.words';
import paper from './paper.module.css';

/** The sheet before its words are there. */
export function PaperStrokes() {
  const say = useWords(reportScreenWords);
  return (
    <div className={paper.desk} data-paper>
      <div className={paper.sheet}>
        <h1 className={paper.headline}>{say('making')}</h1>
        <StrokeRows rows={14} label={say('making')} />
      </div>
    </div>
  );
}

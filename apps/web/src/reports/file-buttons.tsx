import type { ReportFileQuery } from '@caseboard/contracts';
import { useWords, type Language } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { Menu } from '../ui/popover';
import { useReportFile, type DraftDays } from './report.queries';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

interface Props {
  /** Of the report in the API: `/api/reports/4`. */
  path: string;
  language: Language;
  days?: DraftDays;
}

/** The same numbers as a file. It takes a few seconds, and goes on when the page is left. */
export function FileButtons({ path, language, days }: Props) {
  const say = useWords(reportScreenWords);
  const file = useReportFile(path);
  const make = (format: ReportFileQuery['format'], paper: ReportFileQuery['paper'] = 'a4') => {
    if (!file.isPending) file.mutate({ format, language, paper, days });
  };
  return (
    <span className={styles.files}>
      <Button look="strong" icon="download" busy={file.isPending} onClick={() => make('pdf')}>
        {say('pdf')}
      </Button>
      <Menu
        target={<IconButton icon="down" label={say('formats')} look="normal" />}
        entries={[
          { label: say('a4'), onClick: () => make('pdf') },
          { label: say('letter'), onClick: () => make('pdf', 'letter') },
          { label: say('xlsx'), onClick: () => make('xlsx') },
          { label: say('pptx'), onClick: () => make('pptx') },
          'line',
          { label: say('print'), onClick: () => window.print() },
        ]}
      />
      <span role="status" className={styles.fileNote}>
        {file.isPending && say('makingFile')}
        {file.error && <ErrorNote error={file.error} />}
      </span>
    </span>
  );
}

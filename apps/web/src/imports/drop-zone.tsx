import { useNavigate } from '@tanstack/react-router';
import type { ImportAnswer } from '@caseboard/contracts';
import { formatSize } from '@caseboard/wording';
import { useRef, useState, type DragEvent } from 'react';
import { UnreachableError } from '../platform/api';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ErrorNote, Note } from '../ui/note';
import { importWords } from './import.words';
import { useDryRun } from './import.queries';
import styles from './drop.module.css';

/** What the server takes; a larger file is refused here, before hours of sending it. */
const mostBytes = 256 * 1024 * 1024;

/** A place to drop the file, or to choose it. A file with headings that nobody knows leads to its columns first. */
export function DropZone() {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState<File | null>(null);
  const dryRun = useDryRun();
  const open = (answer: ImportAnswer) => {
    const isUnknown = answer.tables.some(({ headings }) => headings.some(({ column }) => column === null));
    void navigate({ to: '/import', search: { id: answer.id, step: isUnknown ? 'columns' : undefined } as never });
  };
  const take = (file: File | undefined) => {
    if (!file || dryRun.isPending) return;
    dryRun.reset();
    setTooLarge(file.size > mostBytes ? file : null);
    if (file.size <= mostBytes) dryRun.mutate(file, { onSuccess: open });
  };
  const over = (isOverNow: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOverNow);
  };
  return (
    <>
      <div
        className={`${styles.drop} ${isOver ? styles.over : ''}`}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event);
          take(event.dataTransfer.files[0]);
        }}
      >
        {dryRun.isPending ? (
          <Sending file={dryRun.variables} share={dryRun.share} />
        ) : (
          <>
            <Icon name="upload" size={20} />
            <p className={styles.title}>{say(isOver ? 'letGo' : 'drop')}</p>
            <p className={styles.note}>{say('dropNote')}</p>
            <Button look="strong" onClick={() => input.current?.click()}>
              {say('choose')}
            </Button>
          </>
        )}
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
      </div>
      {tooLarge && (
        <div className={styles.error}>
          <Note tone="refused" live>
            {say('tooLarge', { name: tooLarge.name, size: formatSize(tooLarge.size) })}
          </Note>
        </div>
      )}
      {dryRun.error ? (
        <div className={styles.error}>
          <ErrorNote error={dryRun.error} retry={dryRun.error instanceof UnreachableError ? () => take(dryRun.variables) : undefined} />
        </div>
      ) : null}
    </>
  );
}

/** First the bytes travel, then the server reads them; the second has no measure. */
function Sending({ file: { name, size }, share }: { file: File; share: number | null }) {
  const say = useWords(importWords);
  const isSent = share === null || share >= 1;
  return (
    <div className={styles.sending}>
      <p className={styles.title}>{name}</p>
      <progress aria-label={name} value={isSent ? undefined : share} max={1} />
      <p className={styles.note} role="status">
        {isSent ? say('reading', { size: formatSize(size) }) : say('sending', { share, size: formatSize(size) })}
      </p>
    </div>
  );
}

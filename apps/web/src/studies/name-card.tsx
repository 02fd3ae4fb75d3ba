import { useLanguage, defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CheckCard } from './check';
import { anonymousWord, textAt, withoutNames, withTextAt } from './name-repair';
import { useStudy, type NameMark } from './study-context';

const words = defineWords(
  {
    title: 'The name stands here',
    found: '{names} stands in this text. This study is anonymous.',
    write: 'Write “{word}”',
    glue: ', ',
    quoted: '“{name}”',
    url: 'Publish under another address, then write it here.',
  },
  {
    title: '此处仍有客户名称',
    found: '此处出现{names}，而本案例为匿名。',
    write: '改写为“{word}”',
    glue: '、',
    quoted: '“{name}”',
    url: '请更换发布网址，并在此填写。',
  },
);

/** Beside a text in which the customer's name still stands: which, and one click that writes "the customer" instead. */
export function NameCard({ path }: { path: string }) {
  const say = useWords(words);
  const { draft, marksAt } = useStudy();
  const text = textAt(draft, path) ?? '';
  const marks = marksAt(path, text);
  if (marks.length === 0) return null;
  const names = [...new Set(marks.map(({ name }) => say('quoted', { name })))].join(say('glue'));
  return (
    <CheckCard of="unmet" title={say('title')} actions={path === 'url' ? undefined : <NameRepair path={path} marks={marks} />}>
      {say('found', { names })} {path === 'url' && say('url')}
    </CheckCard>
  );
}

/** The one click itself. */
export function NameRepair({ path, marks }: { path: string; marks: readonly NameMark[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, edit, mayEdit } = useStudy();
  const text = textAt(draft, path) ?? '';
  const [first] = marks;
  if (!first || !mayEdit) return null;
  const word = anonymousWord(text, first.start, first.end);
  return (
    <Button size="small" onClick={() => edit((now) => withTextAt(now, path, withoutNames(textAt(now, path) ?? '', marks)))}>
      {say('write', { word: language === 'en' ? word.toLowerCase() : word })}
    </Button>
  );
}

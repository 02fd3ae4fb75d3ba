import type { ImportQuestion } from '@caseboard/contracts';
import { customerFieldWords } from '@caseboard/wording';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { countryName } from '../customers/country-name';
import { registrationText } from './change-text';

const words = defineWords(
  {
    none: 'none',
    studies: 'Studies',
    stored: '{count, plural, one {# study} other {# studies}}',
    inFile: '{count} in the file',
    both: '{stored} stored, {count} in the file',
  },
  { none: '无', studies: '案例', stored: '{count} 个案例', inFile: '文件中 {count} 个', both: '已有 {stored} 个，文件中 {count} 个' },
);

/** What tells a customer from its namesakes, the same four facts on both sides. */
export function QuestionFacts({ facts }: { facts: ImportQuestion['facts'] }) {
  const say = useWords(words);
  const language = useLanguage();
  if (!facts) return null;
  const labels = customerFieldWords[language];
  const { studies, studiesInFile: count } = facts;
  const rows = [
    [labels.country, countryName(facts.country, language)],
    [labels.registrations, facts.registrations.map((registration) => registrationText(registration, language)).join(', ')],
    [labels.industry, facts.industry],
    [
      say('studies'),
      count === 0 ? studies > 0 && say('stored', { count: studies }) : say(studies > 0 ? 'both' : 'inFile', { stored: studies, count }),
    ],
  ] as const;
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <i>{say('none')}</i>}</dd>
        </div>
      ))}
    </dl>
  );
}

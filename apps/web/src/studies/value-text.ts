import type { StudyDocument } from '@caseboard/contracts';
import { consentWords, formatWords, lifeCycleWords, stageWords, urlStateWords, visibilityWords } from '@caseboard/wording';
import { useCallback } from 'react';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { useCatalog } from './study.queries';

const words = defineWords(
  { yes: 'Yes', no: 'No', until: '{state}, until {day}', because: '{name}: {text}' },
  { yes: '是', no: '否', until: '{state}，至 {day}', because: '{name}：{text}' },
);

/** A value of a study as a text that two people can compare. `field` is a key, or a section as `sections.solution`. */
export function useValueText(): (field: string, value: unknown) => string {
  const say = useWords(words);
  const language = useLanguage();
  const { day } = useDays();
  const { data: catalog } = useCatalog();
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return '';
      const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        visibility: visibilityWords[language],
        format: formatWords[language],
        stage: stageWords[language],
        status: lifeCycleWords[language],
        urlState: urlStateWords[language],
      };
      if (typeof value === 'string' && enums[field]) return enums[field][value] ?? value;
      if (typeof value === 'string' && /^(startedOn|deployedOn|endedOn)$/.test(field)) return day(value);
      if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
      if (field === 'services')
        return (value as StudyDocument['services'])
          .map(({ name, usage }) => (usage ? say('because', { name, text: usage }) : name))
          .join('\n');
      if (field === 'outcomes')
        return (value as StudyDocument['outcomes'])
          .map((outcome) => [outcome.statement, outcome.value, outcome.unit].filter((part) => part !== null && part !== '').join(' · '))
          .join('\n');
      if (field === 'applications') {
        const nameOf = (code: string) => specializationName(catalog?.find((entry) => entry.code === code)?.name ?? code);
        return (value as StudyDocument['applications'])
          .map(({ specialization, relevance, category }) =>
            say('because', { name: nameOf(specialization), text: [category, relevance].filter(Boolean).join(' · ') }),
          )
          .join('\n');
      }
      if (field === 'consent') {
        const { state, until } = value as StudyDocument['consent'];
        const word = consentWords[language][state ?? 'unrecorded'];
        return until ? say('until', { state: word, day: day(until) }) : word;
      }
      if (Array.isArray(value)) return value.map(String).join('\n\n');
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    },
    [say, language, day, catalog],
  );
}

import { joinList, missingWords } from '@caseboard/wording';
import { useLanguage, useWords } from './words';

const parts = ['studies', 'public', 'categories'] as const;
type Missing = { readonly [Part in (typeof parts)[number]]: number };

/** "Short of 2 studies, 1 public one", wherever it is said; "Nothing" when nothing is missing. */
export function useMissingText(): (missing: Missing) => string {
  const say = useWords(missingWords);
  const language = useLanguage();
  return (missing) => {
    const short = parts.filter((part) => missing[part] > 0).map((part) => say(part, { count: missing[part] }));
    return short.length > 0 ? say('short', { parts: joinList(short, language) }) : say('nothing');
  };
}

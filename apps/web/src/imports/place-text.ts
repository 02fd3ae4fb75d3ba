import { useWords } from '../platform/words';
import { importWords } from './import.words';

/** Where something stands in the file, as people say it: `Studies!J4` is "Studies J4", `Studies!4` "Studies, row 4". */
export function usePlaceText(): (place: string) => string {
  const say = useWords(importWords);
  return (place) => {
    const [, sheet, row] = /^(.*)!(\d+)$/.exec(place) ?? [];
    return row === undefined ? place.replace('!', ' ') : say('rowOf', { sheet, row });
  };
}

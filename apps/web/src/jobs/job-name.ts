import { useWords } from '../platform/words';
import { jobNames } from './jobs.words';

/** What a job is called on screen; one without a name keeps its own. */
export function useJobName(): (name: string) => string {
  const say = useWords(jobNames);
  return (name) => (name in jobNames.en ? say(name as keyof typeof jobNames.en) : name);
}

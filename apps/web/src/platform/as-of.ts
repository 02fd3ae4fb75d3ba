import { useNavigate, useSearch } from '@tanstack/react-router';
import { readDay } from './calendar';
import { useSession } from './session';

export interface AsOf {
  /** The day asked about: `?asOf=` of the address, else today. */
  day: string;
  today: string;
  isToday: boolean;
  /** For the API and for query keys: absent when it is today, so that midnight needs no new address. */
  query: { asOf?: string };
}

/** The day the page is about. It lives in the address only, and links keep it. */
export function useAsOf(): AsOf {
  const { today } = useSession();
  const search: { asOf?: string } = useSearch({ strict: false });
  const reading = search.asOf ? readDay(search.asOf) : null;
  const day = reading?.ok ? reading.day : today;
  return { day, today, isToday: day === today, query: day === today ? {} : { asOf: day } };
}

/** Moves to another day; today takes `asOf` out of the address. */
export function useSetAsOf(): (day: string) => void {
  const { today } = useSession();
  const navigate = useNavigate();
  return (day) =>
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) => ({ ...old, asOf: day === today ? undefined : day }),
      resetScroll: false,
    });
}

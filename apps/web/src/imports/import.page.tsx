import { useSearch } from '@tanstack/react-router';
import { BringIn } from './bring-in';
import { OneImport } from './one-import';

/** Bring something in; with `?id=` one import: its dry run, its commit, its undo. */
export function Page() {
  const { id } = useSearch({ strict: false }) as { id?: string };
  return id ? <OneImport key={id} id={id} /> : <BringIn />;
}

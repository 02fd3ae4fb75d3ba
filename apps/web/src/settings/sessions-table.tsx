import { useDays } from '../platform/day-text';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { ErrorNote } from '../ui/note';
import { Tag } from '../ui/tag';
import { useEndSession, useSignedInPlaces, type SignedInPlace } from './account.queries';

const words = defineWords(
  { where: 'Browser', since: 'Since', used: 'Last used', here: 'here', end: 'Sign out there', unknown: 'Unknown program' },
  { where: '浏览器', since: '登录时间', used: '最近使用', here: '当前', end: '退出该处登录', unknown: '未知程序' },
);

export function SessionsTable({ label }: { label: string }) {
  const say = useWords(words);
  const days = useDays();
  const places = useSignedInPlaces();
  const end = useEndSession();
  const columns: Column<SignedInPlace>[] = [
    {
      id: 'where',
      head: say('where'),
      cell: (place) => (
        <>
          {program(place.agent) ?? say('unknown')} {place.current && <Tag tone="ready">{say('here')}</Tag>}
        </>
      ),
    },
    { id: 'since', head: say('since'), wide: true, cell: (place) => days.moment(place.createdAt) },
    { id: 'used', head: say('used'), cell: (place) => days.moment(place.lastUsedAt) },
    {
      id: 'end',
      head: '',
      align: 'end',
      cell: (place) =>
        !place.current && (
          <Button look="link" onClick={() => end.mutate(place.id)}>
            {say('end')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {end.error && <ErrorNote error={end.error} />}
      <DataTable
        label={label}
        columns={columns}
        rows={places.data}
        rowId={(place) => place.id}
        error={places.error}
        retry={() => void places.refetch()}
      />
    </>
  );
}

/** "Firefox, Linux" out of a User-Agent: enough to know one's own devices apart. */
function program(agent: string): string | null {
  const browser = [/Edg(?=\/)/, /OPR(?=\/)/, /Firefox/, /Chrome/, /Safari/, /curl/].find((name) => name.test(agent));
  const system = [/Windows/, /iPhone|iPad/, /Mac OS/, /Android/, /Linux/].find((name) => name.test(agent));
  const names = [browser?.exec(agent)?.[0]?.replace('Edg', 'Edge').replace('OPR', 'Opera'), system?.exec(agent)?.[0]].filter(Boolean);
  return names.length > 0 ? names.join(', ') : agent.slice(0, 60) || null;
}

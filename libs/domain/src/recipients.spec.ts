import { recipientsOf, type Reader, type Rules, type ToldAlert } from './recipients.js';

const all: Rules = {
  mail: true,
  kinds: ['study-expiry', 'consent-end', 'applications-close', 'programme-end', 'renewal'],
  earliest: 730,
  losses: true,
};
const reader = (id: string, role: Reader['role'], rules: Partial<Rules> = {}): Reader => ({
  id,
  role,
  email: `${id}@example.com`,
  rules: { ...all, ...rules },
});
const alert = (more: Partial<ToldAlert> = {}): ToldAlert => ({
  kind: 'study-expiry',
  step: 30,
  costsReadiness: false,
  owner: 'owen@example.com',
  followers: [],
  callsManagers: false,
  ...more,
});

const owen = reader('owen', 'contributor');
const fay = reader('fay', 'leader');
const mia = reader('mia', 'manager');
const max = reader('max', 'manager');
const ada = reader('ada', 'administrator');
const team = [owen, fay, mia, max, ada];
const silent = (person: Reader): Reader => ({ ...person, rules: { ...person.rules, mail: false } });

const told = (more: Partial<ToldAlert>, people: readonly Reader[]) => {
  const { digest, loss } = recipientsOf(alert(more), people);
  return [[...digest].sort().join(' '), [...loss].sort().join(' ')];
};

test.each<[string, Partial<ToldAlert>, readonly Reader[], string, string]>([
  ['the owner, by address', {}, team, 'owen', ''],
  ['the owner, however the address is written', { owner: 'Owen@Example.com' }, team, 'owen', ''],
  ['owner and followers', { followers: ['fay'] }, team, 'fay owen', ''],
  ['an owner who follows too, once', { followers: ['owen', 'fay', 'fay'] }, team, 'fay owen', ''],
  ['followers where the owner takes no mail', { followers: ['fay'] }, [silent(owen), fay, mia], 'fay', ''],
  ['the managers where there is no owner', { owner: null }, team, 'max mia', ''],
  ['the managers where the owner is nobody here', { owner: 'gone@example.com', followers: ['left'] }, team, 'max mia', ''],
  ['the managers where nobody concerned takes mail', {}, [silent(owen), mia, max], 'max mia', ''],
  ['the managers who take mail', { owner: null }, [mia, silent(max), ada], 'mia', ''],
  ['nobody where all managers take no mail', { owner: null }, [silent(mia), ada], '', ''],
  ['the administrators where there is no manager', { owner: null }, [owen, fay, ada], 'ada', ''],
  ['the managers too where nobody acknowledged', { callsManagers: true }, team, 'max mia owen', ''],
  ['a manager who owns it, once', { owner: 'mia@example.com', callsManagers: true }, team, 'max mia', ''],
  [
    'nobody instead of an owner whose rules leave out the kind',
    { kind: 'consent-end' },
    [reader('owen', 'contributor', { kinds: [] }), mia],
    '',
    '',
  ],
  ['an owner whose earliest step it is', { step: 14 }, [reader('owen', 'contributor', { earliest: 14 }), mia], 'owen', ''],
  ['nobody where it is too early for the owner', { step: 30 }, [reader('owen', 'contributor', { earliest: 14 }), mia], '', ''],
  ['of a specialization the managers', { kind: 'renewal', owner: null }, team, 'max mia', ''],
  ['of a loss the managers at once, the owner in the digest', { costsReadiness: true }, team, 'owen', 'max mia'],
  [
    'of a loss a manager who owns it by that mail only',
    { costsReadiness: true, owner: 'mia@example.com', followers: ['fay'] },
    team,
    'fay',
    'max mia',
  ],
  [
    'of a loss a manager who wants no such mail, not at all',
    { costsReadiness: true },
    [owen, mia, reader('max', 'manager', { losses: false })],
    'owen',
    'mia',
  ],
  [
    'of a loss an owner who wants no such mail, in the digest',
    { costsReadiness: true, owner: 'max@example.com' },
    [mia, reader('max', 'manager', { losses: false })],
    'max',
    'mia',
  ],
  [
    'of a loss a manager whose rules are late ones',
    { costsReadiness: true, step: 90 },
    [owen, reader('mia', 'manager', { earliest: 7, kinds: [] })],
    'owen',
    'mia',
  ],
  ['of a loss the administrators where there is no manager', { costsReadiness: true }, [owen, ada], 'owen', 'ada'],
  [
    'of a loss without an owner the managers by that mail only',
    { costsReadiness: true, owner: null, callsManagers: true },
    team,
    '',
    'max mia',
  ],
])('who is told: %s', (_title, more, people, digest, loss) => {
  expect(told(more, people)).toEqual([digest, loss]);
});

test('nobody is told where there is nobody', () => {
  expect(told({ costsReadiness: true }, [])).toEqual(['', '']);
});

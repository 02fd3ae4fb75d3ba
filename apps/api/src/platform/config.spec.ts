import { ConfigError, readConfig } from './config.js';

it('nothing set is a whole configuration', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    role: 'all',
    dataFolder: '.data',
    today: null,
    redisUrl: null,
    administrator: null,
    trustProxy: false,
  });
});

it('an empty variable counts as not set, as Compose files write it', () => {
  expect(readConfig({ CASEBOARD_TODAY: '', CASEBOARD_BASE_URL: '', PORT: '' })).toMatchObject({ today: null, baseUrl: null, port: 3000 });
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['REDIS_URL', 'localhost:6379'],
  ['CASEBOARD_ROLE', 'both'],
  ['CASEBOARD_TODAY', '22.11.2026'],
  ['CASEBOARD_TODAY', '2026-02-30'],
  ['CASEBOARD_TODAY', '1999-12-31'],
  ['CASEBOARD_BASE_URL', 'caseboard.example'],
  ['CASEBOARD_TRUST_PROXY', 'maybe'],
  ['CASEBOARD_ADMIN_EMAIL', 'anna'],
  ['CASEBOARD_DATABASE_CONNECTIONS', '2'],
  ['SMTP_URL', 'mail.example.com:25'],
  ['SMTP_URL', 'smtp://user:pass/word@host:port'],
  ['CASEBOARD_MAIL_FROM', 'Caseboard'],
  ['CASEBOARD_MAIL_FROM', 'a@example.com, b@example.com'],
])('%s=%s is refused in a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(name);
});

it.each([
  [{ CASEBOARD_ADMIN_EMAIL: 'anna@example.com' }, 'CASEBOARD_ADMIN_PASSWORD is not'],
  [{ CASEBOARD_ADMIN_PASSWORD: 'a long and quiet river' }, 'CASEBOARD_ADMIN_EMAIL is not'],
])('half an administrator is refused: %j', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence);
});

it('the outside address loses its last slash', () => {
  expect(readConfig({ CASEBOARD_BASE_URL: 'https://caseboard.example/' }).baseUrl).toBe('https://caseboard.example');
});

it.each([
  ['Caseboard <cb@example.com>', 'Caseboard', 'cb@example.com'],
  ['"Cases, of Harbor" <cb@example.com>', 'Cases, of Harbor', 'cb@example.com'],
  ['cb@example.com', 'Caseboard', 'cb@example.com'],
  [undefined, 'Caseboard', 'caseboard@localhost'],
])('mails sent as %s come from %s at %s', (text, name, address) => {
  expect(readConfig({ CASEBOARD_MAIL_FROM: text }).mailFrom).toEqual({ name, address });
});

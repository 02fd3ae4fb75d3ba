import { useTestApp } from '../testing/test-app.js';

const test = useTestApp();

it('a stranger learns only whether there is an administrator, and the day', async () => {
  const answer = await test.stranger.get('/api/start');
  expect(answer.body).toEqual({ needsSetup: true, today: '2026-11-22', todayIsFixed: true, version: '0.1.0' });
});

it('an administrator sees the people', async () => {
  const administrator = await test.signIn('administrator');
  const answer = await administrator.get('/api/people');
  expect(answer.status).toBe(200);
  expect(answer.body.total).toBe(1);
});

it('a stranger is told to sign in', async () => {
  const answer = await test.stranger.get('/api/people');
  expect([answer.status, answer.problem.code, answer.headers['content-type']]).toEqual([401, 'not-signed-in', 'application/problem+json; charset=utf-8']);
});

it('health is ok when database and queue answer', async () => {
  expect((await test.stranger.get('/api/health')).body).toEqual({ status: 'ok' });
});

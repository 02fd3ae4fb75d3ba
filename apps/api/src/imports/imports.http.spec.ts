import { readFileSync } from 'node:fs';
import { useTestApp } from '../testing/test-app.js';

const sample = (name: string) => readFileSync(`libs/domain/test-cases/spreadsheets/${name}`);
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const csv = { 'content-type': 'text/csv' };

describe('The Chinese tracker', () => {
  const test = useTestApp();

  it('asks its one question, comes in, changes nothing when imported again, and can be undone', async () => {
    const manager = await test.signIn('manager');
    const dry = await manager.post('/api/imports?mode=dry-run', sample('tracker-zh.xlsx'), xlsx);
    console.log(dry.status, JSON.stringify(dry.body).slice(0, 3000));
    const open = await manager.post('/api/imports?mode=commit', sample('tracker-zh.xlsx'), xlsx);
    console.log(open.status, JSON.stringify(open.body));
    const [question] = dry.body.questions;
    const answered = await manager.patch(`/api/imports/${dry.body.id}`, { answers: { [question.id]: question.choices[0] } });
    console.log(answered.status, answered.body.committable, answered.body.counts);
    const done = await manager.post(`/api/imports/${dry.body.id}/commit`);
    console.log(done.status, JSON.stringify(done.body).slice(0, 300), JSON.stringify(done.body.readiness));
    const again = await manager.post('/api/imports?mode=commit', sample('tracker-zh-gb18030.csv'), csv);
    console.log(again.status, JSON.stringify(again.body.counts), JSON.stringify(again.body.questions), JSON.stringify(again.body.records));
    const undone = await manager.post(`/api/imports/${dry.body.id}/undo`);
    console.log(undone.status, undone.body.state, JSON.stringify((await manager.get('/api/portfolio')).body));
    console.log(await test.query('SELECT action, subject, subject_id FROM audit_entry'));
  });
});

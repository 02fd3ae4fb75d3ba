/** One run of autocannon in a process of its own: `node load.mjs <address> <authorization>`; prints its figures as JSON. */
import autocannon from 'autocannon';

const [url, authorization] = process.argv.slice(2);
const options = { url, connections: 20, headers: { authorization } };
// The first second is for the compiler and for what is worked out once a revision.
await autocannon({ ...options, duration: 1 });
// autocannon tells no p95; the slowest twentieth of all answers does.
const times = [];
const run = autocannon({ ...options, duration: 5 });
run.on('response', (_client, status, _bytes, time) => {
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  times.push(time);
});
const { requests } = await run;
times.sort((a, b) => a - b);
const at = (part) => times[Math.floor(part * times.length)];
process.stdout.write(JSON.stringify({ p50: at(0.5), p95: at(0.95), perSecond: requests.average }));

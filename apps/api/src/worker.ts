// A process that only works on the queue, whatever CASEBOARD_ROLE says; docker-compose.yml runs any number of them.
process.env['CASEBOARD_ROLE'] = 'worker';
await import('./main.js');

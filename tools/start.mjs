/** `npm start`: installs and builds what is missing, then runs everything in this one process. */
import module from 'node:module';
import { prepare } from './setup.mjs';

prepare();
// From Node 22 on the next start finds its modules compiled.
module.enableCompileCache?.('node_modules/.cache/compiled');
await import('../apps/api/dist/main.js');

/** `npm start`: installs and builds what is missing, then runs everything in this one process. */
import { prepare } from './setup.mjs';

prepare();
await import('../apps/api/dist/main.js');

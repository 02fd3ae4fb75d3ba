import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { firstScreenBudget } from './first-screen.ts';

/** Groups that many pages need; all else follows the lazy routes, so a page loads only what it draws. */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  {
    name: 'tanstack',
    test: /node_modules[\\/]@tanstack[\\/](history|query-core|react-query|react-router|react-store|router-core|store)[\\/]/,
    priority: 2,
  },
  { name: 'intl', test: /node_modules[\\/](react-intl|@formatjs|intl-messageformat)[\\/]/, priority: 2 },
];

/** Where the API listens during development: PORT_API, else the product's own default. */
// eslint-disable-next-line no-restricted-syntax -- The build's own configuration; nothing of it ships.
const api = process.env.PORT_API ?? '3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), firstScreenBudget(['people/sign-in.page.tsx', 'home/home.page.tsx'], 220)],
  resolve: { conditions: ['caseboard-source', ...defaultClientConditions] },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // The contracts describe shapes with zod at module level; the web mostly needs their types and tables only.
      treeshake: { manualPureFunctions: ['z'] },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: `http://127.0.0.1:${api}`, changeOrigin: false } } },
});

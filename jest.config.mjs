import { swcOptions } from './tools/swc.mjs';

// Nest 12 and other libraries are ES modules only, which Jest cannot require on Node 20: everything, libraries
// included, goes through swc to CommonJS. Jest caches the result.
const options = swcOptions('commonjs');
const tsx = {
  ...options,
  jsc: {
    ...options.jsc,
    parser: { ...options.jsc.parser, tsx: true },
    transform: { ...options.jsc.transform, react: { runtime: 'automatic' } },
  },
};
const js = { ...options, jsc: { target: 'es2022', parser: { syntax: 'ecmascript', jsx: true } } };

const moduleNameMapper = {
  '^@caseboard/(domain|wording|contracts)$': '<rootDir>/libs/$1/src/index.ts',
  '^@caseboard/(domain|wording|contracts)/(.*)$': '<rootDir>/libs/$1/src/$2.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

const project = (name, folder, more = {}) => ({
  displayName: name,
  rootDir: '.',
  roots: [`<rootDir>/${folder}/src`],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: { '\\.tsx$': ['@swc/jest', tsx], '\\.ts$': ['@swc/jest', options], '\\.m?js$': ['@swc/jest', js] },
  transformIgnorePatterns: [],
  moduleNameMapper,
  ...more,
});

export default {
  // Two workers share the machine with databases, browsers and, in places, workers that are killed.
  testTimeout: 30_000,
  projects: [
    project('domain', 'libs/domain'),
    project('wording', 'libs/wording'),
    project('contracts', 'libs/contracts'),
    project('api', 'apps/api', {
      globalSetup: '<rootDir>/apps/api/src/testing/global-setup.ts',
      globalTeardown: '<rootDir>/apps/api/src/testing/global-teardown.ts',
    }),
    project('web', 'apps/web', {
      testEnvironment: 'jsdom',
      moduleNameMapper: { '\\.css$': '<rootDir>/apps/web/src/testing/style-names.ts', ...moduleNameMapper },
      setupFilesAfterEnv: ['<rootDir>/apps/web/src/testing/setup.ts'],
    }),
    // Playwright and axe are CommonJS and large: taken as they are. One journey file at a time starts a product of its own.
    project('e2e', 'apps/e2e', { transformIgnorePatterns: ['/node_modules/'] }),
  ],
};

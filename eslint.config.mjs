import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

// What the whole product keeps to (ARCHITECTURE.md). Types are checked by the compiler, layout by Prettier; this holds
// who may use whom, and what only one file may do.

/** The time enters in one file, so that rules and tests choose it. `new Date(value)` reads no clock and is free. */
const theTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time comes from platform/clock.ts (api) or platform/today.ts (web), as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time comes from platform/clock.ts (api) or platform/today.ts (web), as an argument.',
  },
];
const theEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read in platform/config.ts only.',
  },
];
const focusedTests = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every test runs, always.',
  },
  { selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]', message: 'Every test runs, always.' },
];
const noSwitchDefault = [
  { selector: 'SwitchCase[test=null]', message: 'A default hides the next case: use a table `{ [C in Code]: … }`.' },
];

/**
 * The ground of the API, on which every feature stands: platform/ knows no study, portfolio/ reads the whole of it as
 * one picture, writing/ is the one way to change it. A feature shows the others its services, entities and module.
 */
const ground = ['platform', 'testing', 'migrations', 'portfolio', 'writing'];
const othersInsides = (up) => ({
  regex: `^${up}(?!(${ground.join('|')})/)[a-z-]+/(?!.*\\.(service|module|entity)\\.js$)(?!demo\\.js$)`,
  message: 'A feature uses another one only through its *.service.ts; what all need belongs to the ground or to libs/domain.',
});
const onlyThese = (allowed, message) => [
  'error',
  { patterns: [{ regex: `^\\.\\./(?!(${allowed.join('|')})/)[a-z-]+/(?!.*\\.entity\\.js$)`, message }] },
];

/** libs/domain imports nothing at all; its specs may bring a tool. */
const boundaries = (bannedInDomain) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    depConstraints: [
      { sourceTag: 'lib:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: bannedInDomain },
      { sourceTag: 'lib:wording', onlyDependOnLibsWithTags: ['lib:domain'] },
      { sourceTag: 'lib:contracts', onlyDependOnLibsWithTags: ['lib:domain'] },
      { sourceTag: 'app:api', onlyDependOnLibsWithTags: ['lib:domain', 'lib:wording', 'lib:contracts'] },
      { sourceTag: 'app:web', onlyDependOnLibsWithTags: ['lib:domain', 'lib:wording', 'lib:contracts'] },
      { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: ['lib:contracts'] },
    ],
  },
];

export default [
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.cache/', '.data/', 'coverage/', 'test-results/', '**/test-cases/'] },
  ...typescript.configs.recommended,
  {
    plugins: { '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['*']),
      'no-restricted-syntax': ['error', ...theTime, ...theEnvironment, ...focusedTests, ...noSwitchDefault],
      'no-console': 'error',
    },
  },
  { files: ['libs/domain/**/*.spec.ts'], rules: { '@nx/enforce-module-boundaries': boundaries([]) } },
  // Constructor parameters and parameters of routes look like types, but Nest reads their classes at run time.
  { files: ['apps/api/**/*.ts'], languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } } },
  {
    files: ['apps/api/src/*/*.ts'],
    ignores: ['apps/api/src/{platform,testing,seeds}/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [othersInsides('\\.\\./')] }] },
  },
  {
    files: ['apps/api/src/*/*/*.ts'],
    ignores: ['apps/api/src/{platform,testing,seeds}/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [othersInsides('\\.\\./\\.\\./')] }] },
  },
  {
    files: ['apps/api/src/platform/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyThese(
        ['database', 'embedded-postgres', 'http', 'jobs'],
        'platform/ knows no feature.',
      ),
    },
  },
  {
    files: ['apps/api/src/portfolio/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyThese(
        ['platform'],
        'portfolio/ is ground: it knows the tables of the features, and nothing else of them.',
      ),
    },
  },
  {
    files: ['apps/api/src/writing/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': onlyThese(
        ['platform', 'portfolio', 'audit'],
        'writing/ is ground: it knows the tables of the features, and nothing else of them.',
      ),
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  // The one reader of each thing, and the places outside the product.
  {
    files: ['apps/api/src/platform/clock.ts', 'apps/web/src/platform/today.ts'],
    rules: { 'no-restricted-syntax': ['error', ...theEnvironment, ...noSwitchDefault] },
  },
  {
    files: ['apps/api/src/platform/config.ts', 'apps/api/src/worker.ts'],
    rules: { 'no-restricted-syntax': ['error', ...theTime, ...noSwitchDefault] },
  },
  {
    files: ['**/*.spec.{ts,tsx}', '**/testing/**', 'apps/e2e/**'],
    rules: { 'no-restricted-syntax': ['error', ...focusedTests], 'no-console': 'off' },
  },
  { files: ['**/*.mjs', 'tools/**'], rules: { '@typescript-eslint/no-unused-vars': 'error' } },
];

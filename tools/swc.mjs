/** How TypeScript becomes JavaScript, the same for the build (ES modules) and for the tests (CommonJS). */
export function swcOptions(moduleType) {
  return {
    configFile: false,
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: moduleType },
  };
}

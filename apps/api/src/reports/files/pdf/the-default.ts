/** What a CommonJS module exports as default: Node wraps it once more than the tests' compiler does. */
export function theDefault<T>(module: T): T {
  return (module as { default?: T }).default ?? module;
}

/** What a CommonJS module exports as default: Node wraps it once more than the tests' compiler does. */
export function theDefault<T>(module: T): T extends { readonly default: infer D } ? D : T {
  return ((module as { default?: unknown }).default ?? module) as never;
}

/** The part of webpack-chain that this build touches. */
export interface Chain {
  plugin(name: string): { use(plugin: unknown, args: readonly unknown[]): unknown }
  merge(settings: unknown): unknown
  target(names: readonly string[]): unknown
}

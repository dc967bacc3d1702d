/**
 * 1. Audit entries were written without the chain they belong to. Frozen: a migration keeps its own words for what it makes, since what it mends was written
 * once and does not change with the code.
 */
export function withChain(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || 'chain' in document) return document
  const union: unknown = Reflect.get(document, 'union')
  return { ...document, chain: typeof union === 'string' ? union : 'system' }
}

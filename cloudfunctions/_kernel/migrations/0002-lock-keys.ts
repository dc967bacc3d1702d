/**
 * 2. An application kept one lock on its number; it keeps one per lock key. No index holds it, so that nothing has to be rewritten in the background: it is read
 * in the new form and kept so the next time it is written. Frozen, like every migration.
 */
export function withLocks(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('lock' in document)) return document
  const { lock, ...rest } = document
  return { ...rest, locks: [lock] }
}

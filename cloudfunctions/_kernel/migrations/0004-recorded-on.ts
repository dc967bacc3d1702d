/**
 * 4. A union did not say since when it is on record here, and half-year rounds counted from its founding, which may be decades ago. What was on record before it
 * said so counts from the day on which this was written. No index holds it, so that nothing has to be rewritten in the background. Frozen, like every migration.
 */
export function withRecordedOn(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || 'recordedOn' in document) return document
  return { ...document, recordedOn: '2026-11-21' }
}

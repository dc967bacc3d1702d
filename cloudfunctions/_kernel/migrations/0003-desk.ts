/**
 * 3. An application was handled by the union it is for. Since what is overdue goes up, it says at whose desk it lies. Every inbox asks for the desk, so that old
 * documents are written anew. Frozen, like every migration.
 */
export function withDesk(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || 'desk' in document) return document
  if (!('union' in document) || !('unionName' in document)) return document
  return { ...document, desk: document.union, deskName: document.unionName }
}

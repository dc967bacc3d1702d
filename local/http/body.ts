import type { IncomingMessage } from 'node:http'

/** A request’s body, or why it cannot be had. Memory stays bounded whatever is sent. */
export type Body =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' } | { readonly kind: 'broken' }

export const maxBodyBytes = 1024 * 1024
/** What is too large is still read (and dropped) up to here, so that the sender gets the answer instead of a reset connection. */
const drainedBytes = 32 * 1024 * 1024

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) return { kind: 'broken' }
      size += chunk.length
      if (size <= maxBodyBytes) chunks.push(chunk)
      else chunks.length = 0
      if (size > drainedBytes) return { kind: 'too-large' }
    }
  } catch {
    return { kind: 'broken' }
  }
  return size > maxBodyBytes ? { kind: 'too-large' } : { kind: 'text', text: Buffer.concat(chunks).toString('utf8') }
}

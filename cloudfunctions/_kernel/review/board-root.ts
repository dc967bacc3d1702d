import { createHash } from 'node:crypto'

const width = 32
const [leaf, node] = [Buffer.of(0x00), Buffer.of(0x01)]

/** 公示栏的根 of a million ids, one after the other in their order: `merkleRoot` of shared/review, computed in as many bytes as they take. */
export function boardRoot(ids: Uint8Array): Uint8Array {
  if (ids.length === 0) return hash()
  const level = Buffer.from(ids)
  let length = level.length / width
  for (let at = 0; at < length; at++) hash(leaf, idAt(level, at)).copy(level, at * width)
  while (length > 1) length = foldInto(level, length)
  return Uint8Array.from(idAt(level, 0))
}

/** Neighbours become one; who has none goes up alone. */
function foldInto(level: Buffer, length: number): number {
  for (let at = 0; at + 1 < length; at += 2)
    hash(node, idAt(level, at), idAt(level, at + 1)).copy(level, (at / 2) * width)
  if (length % 2 === 1) idAt(level, length - 1).copy(level, ((length - 1) / 2) * width)
  return Math.ceil(length / 2)
}

/** Ids one after the other, sorted. */
export function inIdOrder(unsorted: Uint8Array): Uint8Array {
  const ids = Buffer.from(unsorted)
  const order = Uint32Array.from({ length: ids.length / width }, (_, at) => at)
  order.sort((one, other) => Buffer.compare(idAt(ids, one), idAt(ids, other)))
  const inOrder = Buffer.alloc(ids.length)
  for (let at = 0; at < order.length; at++) idAt(ids, order[at] ?? 0).copy(inOrder, at * width)
  return Uint8Array.from(inOrder)
}

function idAt(ids: Buffer, at: number): Buffer {
  return ids.subarray(at * width, (at + 1) * width)
}

function hash(...parts: readonly Buffer[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

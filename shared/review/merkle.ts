import { sha256 } from '@noble/hashes/sha2.js'
import { inOrder, isSame, joined } from '../core/bytes'

/** Merkle tree over sorted ids, hashed as in RFC 6962 §2.1: a leaf can never be taken for a node. */
const [leaf, node] = [[0x00], [0x01]]

/** 公示栏的根: one value that stands for all ids together. Of none it is the hash of nothing. */
export function merkleRoot(ids: readonly Uint8Array[]): Uint8Array {
  const sorted = [...ids].sort(inOrder)
  if (sorted.length === 0) return sha256(new Uint8Array())
  let level: Uint8Array[] = sorted.map((id) => sha256(joined(leaf, id)))
  while (level.length > 1) level = levelAbove(level)
  return level[0] ?? sha256(new Uint8Array())
}

/** Neighbours become one; who has none goes up alone. That is RFC 6962’s split at the largest power of two. */
function levelAbove(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = []
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]]
    if (left !== undefined) above.push(right === undefined ? left : sha256(joined(node, left, right)))
  }
  return above
}

/** 您的选票已计入: the phone looks for its id in the whole board, so that nobody learns which one it looked for, and the board has the published root. */
export function isOnBoard(board: readonly Uint8Array[], id: Uint8Array, root: Uint8Array): boolean {
  return board.some((each) => isSame(each, id)) && isSame(merkleRoot(board), root)
}

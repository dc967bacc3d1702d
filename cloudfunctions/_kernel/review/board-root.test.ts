import { randomBytes } from 'node:crypto'
import { merkleRoot } from '../../../shared/review/merkle'
import { boardRoot, inIdOrder } from './board-root'

test('is the root that phones compute, whatever the number and order of ids', () => {
  for (const count of [0, 1, 2, 3, 4, 5, 8, 9, 31, 100]) {
    const ids = Array.from({ length: count }, () => Uint8Array.from(randomBytes(32)))
    expect(Uint8Array.from(boardRoot(inIdOrder(Buffer.concat(ids))))).toEqual(merkleRoot(ids))
  }
})

import type { UnionId } from '../../../shared/core/ids'
import { unions } from '../../_kernel/records/registry'
import type { Reader } from '../../_kernel/store/port'

/** No leadership line is so long. */
const mostLevels = 16

/**
 * 条: of this union, below that one. Read by the parents themselves, since a line that is just being rewritten may still say what was. Undefined where the other is itself
 * below it, or it is the other.
 */
export async function lineUnder(reader: Reader, union: UnionId, upper: UnionId): Promise<UnionId[] | undefined> {
  const line = [union]
  for (let id: UnionId | undefined = upper; id !== undefined; id = (await reader.get(unions, id))?.parent) {
    if (id === union || line.length > mostLevels) return undefined
    line.push(id)
  }
  return line
}

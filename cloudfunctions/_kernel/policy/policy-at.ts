import type { RegionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { resolvePolicy, resolveWith, type Policy } from '../../../shared/policy/resolve'
import type { Store } from '../store/port'
import { adoptedFor } from './adopted-for'

/** 某地某日的政策: the packs that the system came with, and what the general unions of these places adopted since. `path` runs from the place upward. */
export async function policyAt(
  path: readonly RegionId[],
  day: IsoDate,
  ports: { readonly store: Pick<Store, 'find'>; readonly today: IsoDate },
): Promise<Policy> {
  const adopted = await adoptedFor(path, ports)
  return adopted.length === 0 ? resolvePolicy(path, day) : resolveWith(adopted, path, day)
}

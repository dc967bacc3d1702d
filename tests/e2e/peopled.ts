import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { membershipFunction } from '../../cloudfunctions/membership/function'
import { loadDemoWorld } from '../../local/demo-world'
import { openLocalSystem } from '../../local/runtime'
import type { Peopled } from '../faults/of-rounds'
import type { Answered } from '../system'

/** A server’s data before it starts: the demo world, and what `work` adds by the back end’s own procedures. */
export async function peopling(folder: string, work: (system: Peopled) => Promise<void>): Promise<void> {
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  const { runtime } = system
  await loadDemoWorld(system.folder.world, runtime, () => {})
  let count = 0
  await work({
    runtime,
    newcomer: () => `walked-in-${++count}`,
    ask: async (as = '', _, procedure, input, requestId = `prepared-${++count}`) => {
      const caller = { openid: as, account: accountOf(as, runtime) }
      const answer = await membershipFunction.answer({ procedure, input, requestId }, caller, runtime)
      if (answer.error !== undefined) throw new Error(JSON.stringify(answer.error))
      return { ok: true, data: answer.data } as Answered<never>
    },
  })
  await system.close()
}

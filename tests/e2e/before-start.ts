import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { loadDemoWorld } from '../../local/demo-world'
import { openLocalSystem } from '../../local/runtime'
import { isoTime, type IsoTime } from '../../shared/core/time'
import type { Peopled } from '../faults/of-rounds'
import { functions, type Answered } from '../system'

/** A server’s data before it starts: the demo world, in which things can have happened at other times. */
export interface Before extends Peopled {
  /** From now on it is then. */
  travel(to: IsoTime): void
}

/** For `stage`: what happened before the server starts, every call through the function’s own door. */
export function before(happens: (world: Before) => Promise<void>): (folder: string) => Promise<void> {
  return async (folder) => {
    let at: IsoTime | undefined
    const now = () => at ?? isoTime(Date.now())
    const system = openLocalSystem({ folder, origin: 'http://127.0.0.1', now })
    const { runtime } = system
    await loadDemoWorld(system.folder.world, runtime, () => {})
    let count = 0
    await happens({
      runtime,
      newcomer: () => `was-here-before-${++count}`,
      travel: (to) => {
        at = to
      },
      ask: async (as = '', name, procedure, input, requestId = `before-start-${++count}`) => {
        const caller = { openid: as, account: accountOf(as, runtime) }
        const answer = await functions[name].answer({ procedure, input, requestId }, caller, runtime)
        if (answer.error !== undefined) throw new Error(JSON.stringify(answer.error))
        return { ok: true, data: answer.data } as Answered<never>
      },
    })
    await system.close()
  }
}

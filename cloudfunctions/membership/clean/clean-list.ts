import { cleanProcedures } from '../../../shared/contract/membership-clean'
import { PersonId } from '../../../shared/core/ids'
import type { TaskKind } from '../../../shared/membership/task'
import { succeed } from '../../../shared/core/outcome'
import { memberships } from '../../_kernel/records/memberships'
import { merges } from '../../_kernel/records/merges'
import { unions, units } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { implement, type Call } from '../../_kernel/serve'
import { rosterRow } from '../roster'
import { pairOfTask } from '../units/sides'
import { sidesOf } from './pair'

const shown = 50
/** Open tasks of all kinds looked through for those of this page, the most urgent first. */
const lookedAt = 300

/** 数据清理: what waits, and what can be undone. */
export const cleanList = implement(cleanProcedures.cleanList, async (call) => {
  const { union } = call.input
  const [waiting, done] = await Promise.all([
    call.store.find(tasks, { index: 'inbox', equals: { desk: union, state: 'open' }, limit: lookedAt }),
    call.store.find(merges, { index: 'byUnion', equals: { union }, order: 'descending', limit: shown }),
  ])
  const wanted = waiting.documents
    .flatMap((task) => (isOfThisPage(task.kind) ? [{ task, kind: task.kind }] : []))
    .slice(0, shown)
  return succeed({
    tasks: await Promise.all(
      wanted.map(async ({ task, kind }) => {
        const name =
          kind === 'same-unit-twice'
            ? (await pairOfTask(task, call))?.[0].name
            : (await sidesOf(task, call))?.[0].secrets.name
        const from = task.union === union ? undefined : (await call.store.get(unions, task.union))?.name
        return {
          task: task._id,
          kind,
          dueOn: task.dueOn,
          ...(name === undefined ? {} : { name }),
          ...(from === undefined ? {} : { from }),
        }
      }),
    ),
    merges: await Promise.all(
      done.documents
        .filter(({ expiresAt }) => expiresAt > call.now)
        .map(async ({ _id: merge, kind, kept, at, expiresAt: until, moving }) => ({
          merge,
          kind,
          name: kind === 'person' ? await nameOf(PersonId.parse(kept), call) : await unitName(kept, call),
          at,
          until,
          moving,
        })),
    ),
  })
})

type Shown = Extract<TaskKind, 'hanging-membership' | 'same-person-twice' | 'same-unit-twice'>

function isOfThisPage(kind: TaskKind): kind is Shown {
  return kind === 'hanging-membership' || kind === 'same-person-twice' || kind === 'same-unit-twice'
}

async function unitName(id: string, { store }: Pick<Call<unknown>, 'store'>): Promise<string> {
  return (await store.get(units, id))?.name ?? ''
}

async function nameOf(person: PersonId, call: Pick<Call<unknown>, 'store' | 'sealer'>): Promise<string> {
  const membership = await call.store.get(memberships, person)
  return membership === undefined ? '已不在花名册上' : rosterRow(membership, call).name
}

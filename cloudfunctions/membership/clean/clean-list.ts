import { cleanProcedures } from '../../../shared/contract/membership-clean'
import { PersonId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { memberships } from '../../_kernel/records/memberships'
import { merges } from '../../_kernel/records/merges'
import { tasks } from '../../_kernel/records/tasks'
import { implement, type Call } from '../../_kernel/serve'
import { rosterRow } from '../roster'
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
    .flatMap((task) =>
      task.kind === 'hanging-membership' || task.kind === 'same-person-twice' ? [{ task, kind: task.kind }] : [],
    )
    .slice(0, shown)
  return succeed({
    tasks: await Promise.all(
      wanted.map(async ({ task, kind }) => {
        const name = (await sidesOf(task, call))?.[0].secrets.name
        return { task: task._id, kind, dueOn: task.dueOn, ...(name === undefined ? {} : { name }) }
      }),
    ),
    merges: await Promise.all(
      done.documents
        .filter(({ expiresAt }) => expiresAt > call.now)
        .map(async ({ _id: merge, kept, at, expiresAt: until }) => ({
          merge,
          name: await nameOf(PersonId.parse(kept), call),
          at,
          until,
        })),
    ),
  })
})

async function nameOf(person: PersonId, call: Pick<Call<unknown>, 'store' | 'sealer'>): Promise<string> {
  const membership = await call.store.get(memberships, person)
  return membership === undefined ? '已不在花名册上' : rosterRow(membership, call).name
}

import { withoutNumbers } from '../../../shared/org/union-application'
import { overBefore, retention } from '../../../shared/policy/retention'
import { fileUses } from '../../_kernel/records/file-uses'
import { unionApplications, type UnionApplicationRecord } from '../../_kernel/records/union-applications'
import { auditEntries } from '../../_kernel/records/upkeep'
import type { Runtime } from '../../_kernel/runtime'
import { bodyOf, sealBody } from '../../_kernel/unions/applications'
import { forget } from './forget'

/** 向上级的申请到期删除: a returned one that nobody mended goes whole; of an approved one, the numbers and phones of people. */
export async function forgetUnionApplications(runtime: Runtime): Promise<number> {
  return (await forgetReturned(runtime)) + (await forgetPeople(runtime))
}

function forgetReturned(runtime: Runtime): Promise<number> {
  const now = runtime.now()
  const until = overBefore(retention.returnedUnionApplication, now)
  return forget(
    {
      collection: unionApplications,
      query: { index: 'closed', equals: { state: 'returned', personal: true }, until },
      isOver: ({ state, closedAt }) => state === 'returned' && closedAt !== undefined && closedAt < until,
      along: async (tx, { _id, upper, papers }) => {
        for (const { file } of papers) await tx.remove(fileUses, file)
        await tx.insert(auditEntries, {
          _id: `forget:${_id}`,
          at: now,
          actor: 'clock',
          action: 'union-application.forget',
          subject: _id,
          union: upper,
          chain: upper,
        })
      },
      afterwards: async ({ papers }) => {
        for (const { file } of papers) await runtime.files.remove(file)
      },
    },
    runtime,
  )
}

/** Two operations each: a CloudBase transaction takes 100. */
const together = 40
const pagesPerRun = 50

async function forgetPeople(runtime: Runtime): Promise<number> {
  const { store } = runtime
  const until = overBefore(retention.peopleOfUnionApplication, runtime.now())
  let forgotten = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const { documents } = await store.find(unionApplications, {
      index: 'closed',
      equals: { state: 'approved', personal: true },
      until,
      limit: together,
    })
    const nameless = documents.map((seen) => namelessOf(seen, runtime))
    const done = await store.transact(async (tx) => {
      let changed = 0
      for (const after of nameless) {
        if ((await tx.get(unionApplications, after._id))?.personal !== true) continue
        await tx.put(unionApplications, after)
        changed += 1
      }
      return changed
    })
    forgotten += done
    if (done < together) break
  }
  return forgotten
}

/** An approved one changes no more: what was read is what stands. */
function namelessOf(seen: UnionApplicationRecord, runtime: Runtime): UnionApplicationRecord {
  return { ...seen, body: sealBody(seen._id, withoutNumbers(bodyOf(seen, runtime)), runtime), personal: false }
}

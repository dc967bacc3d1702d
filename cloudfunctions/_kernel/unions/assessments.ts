import type { UnionId } from '../../../shared/core/ids'
import { lookedAtBy } from '../../../shared/home/standards/moved'
import { homeAssessments, type AssessmentRecord } from '../records/home-standards'
import { unions, type UnionRecord } from '../records/registry'
import { tasks } from '../records/tasks'
import type { Reader, Store, Transaction } from '../store/port'
import { handTaskOver, taskId, type TaskActor } from '../tasks'

/** Years that anybody still lists. */
const mostYears = 10
/** No leadership line is so long. */
const mostLevels = 16

/** Each sending and each objection is a task of its own: one that is done asks no more. */
export const assessmentSubject = ({ _id, steps }: Pick<AssessmentRecord, '_id' | 'steps'>): string =>
  `${_id}.${steps.length}`

/**
 * A union that moves, or lies below one that does, takes its assessments along: who is not above it any more neither lists nor has to do what they could not open.
 * Who is above is read by the parents themselves: a line may still say what was. Undefined where it has none.
 */
export async function movingAssessments(
  union: UnionId,
  { store }: { readonly store: Store },
  actor: TaskActor,
): Promise<((tx: Transaction) => Promise<void>) | undefined> {
  const { documents } = await store.find(homeAssessments, {
    index: 'byUnion',
    equals: { union },
    order: 'descending',
    limit: mostYears,
  })
  if (documents.length === 0) return undefined
  return async (tx) => {
    const above = await aboveOf(union, tx)
    for (const { _id } of documents) {
      const record = await tx.get(homeAssessments, _id)
      if (record !== undefined) await handOver(tx, record, above, actor)
    }
  }
}

async function handOver(
  tx: Transaction,
  record: AssessmentRecord,
  above: readonly UnionRecord[],
  actor: TaskActor,
): Promise<void> {
  const ids = above.map(({ _id }) => _id)
  const { checker, settler } = lookedAtBy(record, ids)
  if (checker !== record.checker || settler !== record.settler)
    await tx.put(homeAssessments, {
      ...record,
      checker,
      ...(settler === undefined ? {} : { settler }),
      revision: record.revision + 1,
    })
  const id = taskId('home-assessment', assessmentSubject(record))
  const task = await tx.get(tasks, id)
  const to = above.find(({ _id }) => _id === (record.state === 'objected' ? settler : checker))
  if (task === undefined || to === undefined || (ids.includes(task.union) && ids.includes(task.desk))) return
  await handTaskOver(tx, id, to, actor)
}

async function aboveOf(union: UnionId, reader: Reader): Promise<readonly UnionRecord[]> {
  const above: UnionRecord[] = []
  let parent = (await reader.get(unions, union))?.parent
  while (parent !== undefined && above.length < mostLevels) {
    const upper: UnionRecord | undefined = await reader.get(unions, parent)
    if (upper === undefined) break
    above.push(upper)
    parent = upper.parent
  }
  return above
}

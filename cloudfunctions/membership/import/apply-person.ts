import { succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import type { RosterVerdict } from '../../../shared/roster/judge-person'
import { auditing } from '../../_kernel/audit'
import type { ImportRow, KeptRosterEntry } from '../../_kernel/records/imports'
import type { Transaction } from '../../_kernel/store/port'
import type { Applying } from './applying'
import { readyToEnter } from './enter-person'
import type { ImportPorts } from './job'
import { actionOf, madeBefore, markOf } from './marking'
import { matchPerson, type Matched } from './match-person'
import { judgedRow } from './match-rows'
import { readyToUpdate } from './update-person'

const newcomer: Matched = { verdict: { kind: 'new', notes: [] }, found: undefined, known: undefined }

/**
 * 写入花名册的一行: judged again in the transaction that writes it, since somebody may have joined or left since it was checked. Somebody whom the check found to be
 * new is taken to be so still; where that is not so, the transaction writes nothing and they are looked up.
 */
export async function applyPerson(
  row: ImportRow,
  entry: KeptRosterEntry,
  applying: Applying,
  ports: ImportPorts,
): Promise<ImportRow> {
  const place = applying.placed(entry.unitName)
  const lookedUp = () => matchPerson(entry, place, applying.union._id, ports.store, ports)
  for (let expected = row.outcome === 'new' ? newcomer : await lookedUp(); ; expected = await lookedUp()) {
    const written = await writePerson(row, entry, expected, applying, ports)
    if (written !== undefined) return written
  }
}

/** Undefined where it is not as expected, so that what was made ready does not do. */
async function writePerson(
  row: ImportRow,
  entry: KeptRosterEntry,
  { verdict: expected, found: seen }: Matched,
  { job, union, placed, once }: Applying,
  ports: ImportPorts,
): Promise<ImportRow | undefined> {
  const place = placed(entry.unitName)
  const enter = expected.kind === 'new' ? await readyToEnter(entry, union, { ...ports, store: once }) : undefined
  const update = seen === undefined ? undefined : await readyToUpdate(seen.person._id, expected, union, ports)
  const mark = markOf(job._id, row.row, ports.indexer)

  const outcome = await ports.store.transact(async (tx) => {
    const made = await madeBefore(tx, mark)
    if (made !== undefined) return succeed({ ...row, outcome: made })
    const { verdict, found, known } = await matchPerson(entry, place, union._id, tx, ports)
    switch (verdict.kind) {
      case 'refused':
      case 'same':
        return succeed(judgedRow(row, verdict))
      case 'new':
        if (enter === undefined) return succeed(undefined)
        await marking(tx, verdict, await enter(tx, place, known))
        return succeed(judgedRow(row, verdict))
      case 'changed':
        if (found === undefined || update === undefined) return succeed(undefined)
        await update(tx, found, { entry, place, changes: verdict.changes })
        await marking(tx, verdict, found.person._id)
        return succeed(judgedRow(row, verdict))
      default:
        return unreachable(verdict)
    }
  })
  return outcome.data

  function marking(tx: Transaction, verdict: Extract<RosterVerdict, { kind: 'new' | 'changed' }>, subject: string) {
    return auditing(ports, {
      _id: mark,
      action: actionOf[verdict.kind],
      subject,
      union: union._id,
      content: verdict.kind === 'changed' ? { import: job._id, changes: verdict.changes } : { import: job._id },
    })(tx)
  }
}

import { isoTime, type IsoTime } from '../../../shared/core/time'
import { rotations, type RotationRecord } from '../../_kernel/records/rotations'
import type { Runtime } from '../../_kernel/runtime'
import { SealBroken } from '../../_kernel/seal/sealer'
import type { Collection, Stored, Transaction } from '../../_kernel/store/port'

/** Brings every document of a collection under a key. */
export interface Walk<D extends Stored> {
  /** What is being brought under it: `seals`, `locks`. */
  readonly what: string
  readonly under: string
  /** Must have the index `all`, in whose order (by id) no document ever changes its place. */
  readonly collection: Collection<D>
  /** Documents in one transaction: CloudBase takes 100 operations. */
  readonly together: number
  /** Whether there is something to do; reads no more than the document. */
  isDue(document: D): boolean
  /** What cannot be done in a transaction, done before it; answers whether it did anything. May be repeated. */
  before?(document: D): Promise<boolean>
  /** Writes the document as it should be. */
  rewrite(tx: Transaction, document: D): Promise<void>
}

type Ports = Pick<Runtime, 'store' | 'now' | 'log'>

/** Pages in one run of the clock, so that a run stays within the platform’s time. */
const pagesPerRun = 25
/** How long an instance that was started with the old keys may live on and write: the platform’s longest call is 15 minutes. */
const oldInstancesMs = 60 * 60 * 1000

/**
 * Walks on from where the last run stopped, and answers how many documents it rewrote. Runs while commands run, may be killed anywhere, and two at once do the
 * same twice: what a document becomes is decided inside the transaction that writes it. What does not open is logged and left as it is.
 */
export async function walkOn<D extends Stored>(walk: Walk<D>, { store, now, log }: Ports): Promise<number> {
  const id = `${walk.what}:${walk.collection.name}`
  let rewritten = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const at = now()
    const kept = await store.get(rotations, id)
    const progress: RotationRecord =
      kept?.under === walk.under ? kept : { _id: id, under: walk.under, begunAt: at, pass: 1 }
    if (progress.doneAt !== undefined || waits(progress, at)) return rewritten
    rewritten += await onePage(progress)
  }
  return rewritten

  async function onePage(progress: RotationRecord): Promise<number> {
    const { cursor } = progress
    const query = { index: 'all', equals: {}, limit: walk.together, ...(cursor === undefined ? {} : { cursor }) }
    const found = await store.find(walk.collection, query)
    const due: D[] = []
    let done = 0
    for (const document of found.documents) {
      try {
        if ((await walk.before?.(document)) === true) done++
        if (walk.isDue(document)) due.push(document)
      } catch (fault) {
        if (!(fault instanceof SealBroken)) throw fault
        log({ function: 'clock', procedure: `rotate.${id}`, code: 'FAULT', fault })
      }
    }
    const next = after(progress, found.cursor, now())
    const rewrote = await store.transact(async (tx) => {
      let count = 0
      for (const { _id } of due) {
        const document = await tx.get(walk.collection, _id)
        if (document === undefined || !walk.isDue(document)) continue
        await walk.rewrite(tx, document)
        count++
      }
      const here = await tx.get(rotations, id)
      if (here === undefined || samePlace(here, progress) || here.under !== walk.under) await tx.put(rotations, next)
      return count
    })
    return done + rewrote
  }
}

/** The second pass begins when nobody writes in the old way any more. */
function waits({ pass, begunAt, cursor }: RotationRecord, at: IsoTime): boolean {
  return pass === 2 && cursor === undefined && at < isoTime(Date.parse(begunAt) + oldInstancesMs)
}

function after({ _id, under, begunAt, pass }: RotationRecord, cursor: string | undefined, at: IsoTime): RotationRecord {
  if (cursor !== undefined) return { _id, under, begunAt, pass, cursor }
  return pass === 1 ? { _id, under, begunAt, pass: 2 } : { _id, under, begunAt, pass, doneAt: at }
}

function samePlace(one: RotationRecord, other: RotationRecord): boolean {
  return one.under === other.under && one.pass === other.pass && one.cursor === other.cursor
}

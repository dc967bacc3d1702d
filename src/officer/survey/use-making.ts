import { useRef, useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import { toBase64url } from '../../../shared/core/base64url'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { act, exchange } from '../../services/api'
import type { Problem } from '../../services/problem'
import { randomBytes } from '../../services/random'
import { batchesOf } from './batches'
import { holdSlips } from './held-slips'

interface Batch {
  readonly id: string
  readonly many: number
}

/** 做纸条: batch after batch. Where an answer was lost, the codes of that batch are lost with it: it is cancelled, and another is made. */
export function useMaking({ union, review }: { readonly union: UnionId; readonly review: ReviewId }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  /** Asked for, and not answered. */
  const unanswered = useRef<Batch | undefined>(undefined)
  const left = useRef<readonly number[]>([])

  async function newBatch(many: number): Promise<Batch> {
    return { id: toBase64url(await randomBytes(16)), many }
  }

  /** The problem that it stopped at. */
  async function makeLeft(): Promise<Problem | undefined> {
    for (let [many] = left.current; many !== undefined; [many] = left.current) {
      const batch = unanswered.current ?? (await newBatch(many))
      unanswered.current = batch
      const made = await exchange(contract, 'makeSurveyCodes', { union, review, batch: batch.id, many: batch.many })
      if (!made.ok) return made.problem
      if (made.data.slips === undefined) {
        const cancelled = await act(contract, 'cancelSurveyCodes', {
          union,
          review,
          which: { by: 'batch', batch: batch.id },
        })
        if (!cancelled.ok) return cancelled.problem
        unanswered.current = undefined
        continue
      }
      unanswered.current = undefined
      left.current = left.current.slice(1)
      holdSlips(review, made.data.slips)
    }
    return undefined
  }

  async function goOn(): Promise<boolean> {
    setBusy(true)
    setProblem(undefined)
    const stopped = await makeLeft()
    setBusy(false)
    setProblem(stopped)
    return stopped === undefined
  }

  return {
    busy,
    problem,
    /** True once all are made. What was made before a break stays; called again it makes the rest. */
    make: (many: number) => {
      if (left.current.length === 0) left.current = batchesOf(many)
      return goOn()
    },
  }
}

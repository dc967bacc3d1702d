import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import { reportLater } from '../../services/use-ask'
import type { Problem } from '../../services/problem'

export type UnionBelow = z.output<typeof registry.procedures.unionsBelow.output>['unions'][number]

interface Below {
  readonly unions?: readonly UnionBelow[]
  readonly problem?: Problem
}

/** 下级工会, all of them: a street may have hundreds, and the last one can be picked like the first. */
export function useUnionsBelow(union: UnionId | undefined): Below & { readonly loading: boolean; reload(): void } {
  const [below, setBelow] = useState<Below>({})
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (union === undefined) return
    let current = true
    allBelow(union).then((found) => {
      if (current) setBelow(found)
    }, reportLater)
    return () => {
      current = false
    }
  }, [union, round])
  const reload = () => {
    setBelow({})
    setRound((before) => before + 1)
  }
  return { ...below, loading: union !== undefined && below.unions === undefined && below.problem === undefined, reload }
}

async function allBelow(union: UnionId): Promise<Below> {
  const unions: UnionBelow[] = []
  for (let cursor: string | undefined; ;) {
    const answer = await ask(registry, 'unionsBelow', { union, ...(cursor === undefined ? {} : { cursor }) })
    if (!answer.ok) return { problem: answer.problem }
    unions.push(...answer.data.unions)
    cursor = answer.data.cursor
    if (cursor === undefined) return { unions }
  }
}

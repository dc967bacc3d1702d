import type { z } from 'zod'
import type { registry } from '../../../shared/contract/registry'
import { type UnitHit } from '../../../shared/contract/registry'
import type { RegionId, UnionId, UnitId } from '../../../shared/core/ids'
import { foundableAlone, foundableTogether } from '../../../shared/org/founding'
import type { Papers } from '../parts/papers'

export type Body = z.output<typeof registry.procedures.foundUnion.input>['body']
export type Step = 'kind' | 'unit' | 'place' | 'units' | 'what' | 'papers' | 'check'
export type Kind = 'alone' | 'together'

export const stepsOf: Readonly<Record<Kind, readonly Step[]>> = {
  alone: ['kind', 'unit', 'what', 'papers', 'check'],
  together: ['kind', 'place', 'units', 'what', 'papers', 'check'],
}

export interface Draft {
  readonly kind?: Kind
  readonly unit?: { readonly unit: UnitId; readonly name: string }
  readonly place?: { readonly region: RegionId; readonly name: string }
  readonly units: readonly UnitHit[]
  readonly type?: (typeof foundableAlone)[number] | (typeof foundableTogether)[number]
  readonly name: string
  readonly foundedOn?: string
  readonly reason: string
  readonly papers: Papers
}

/** What every question gets. */
export interface StepProps {
  readonly union: UnionId
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onNext: () => void
  readonly onFounded: () => void
}

export function bodyOf({ kind, unit, place, units, type }: Draft): Body | undefined {
  const alone = foundableAlone.find((one) => one === type)
  const together = foundableTogether.find((one) => one === type)
  if (kind === 'alone' && unit !== undefined && alone !== undefined) return { kind, type: alone, unit: unit.unit }
  if (kind === 'together' && place !== undefined && together !== undefined)
    return { kind, type: together, region: place.region, units: units.map((hit) => hit.unit), industries: [] }
  return undefined
}

import type { UnitId } from '../core/ids'
import { newForm, placeOf } from './routing-candidates'
import { cover, type Cover } from './routing-cover'
import { isSome, near, plain, type Target } from './routing-target'
import type { RoutingIndex, RoutingPolicy, Worker } from './routing-types'

/** R40–R42 新就业形态 (000 二(二)): 无单独建会, so that a mere joint coverage (C3) counts as none. */
export function ofNewForm(index: RoutingIndex, worker: Worker, { newFormPrimary }: RoutingPolicy): Target {
  const employer = cover(index, worker.employer)
  if (hasOwnUnion(employer)) return { ...plain, rule: 'R40', primary: employer.unions[0], alternatives: [] }

  const special = newForm(index, placeOf(index, worker))
  const nearby = near(index, worker)
  const followUps = ['TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED'] as const
  const [primary, ...rest] =
    newFormPrimary === 'TERRITORY' ? [...special, ...nearby.industry] : [...nearby.industry, ...special]
  if (primary !== undefined) {
    const nearest = special.length === 0 ? nearby.territorial.slice(0, 1) : []
    return { ...plain, rule: 'R41', primary, alternatives: [...rest, ...nearest, ...employer.unions], followUps }
  }
  const [first, ...others] = [...nearby.territorial, ...employer.unions]
  return { ...plain, rule: 'R42', primary: first, alternatives: others, followUps, flags: ['NO_NEW_FORM_UNION'] }
}

function hasOwnUnion(employer: Cover): employer is Exclude<Cover, { by: 'C3' | 'none' }> {
  return employer.by === 'C1' || employer.by === 'C2' || employer.by === 'C4'
}

/** R50–R52 非全日制、灵活就业 (000 二(二): 可以申请加入所在单位工会,也可以申请加入所在地的…工会): the worker's free choice. */
export function ofFlexible(index: RoutingIndex, worker: Worker): Target {
  const covered = unitsOfJobs(worker)
    .map((unit) => cover(index, unit).unions)
    .filter(isSome)
  const nearby = near(index, worker)
  const elsewhere = [...nearby.territorial, ...nearby.industry]
  const [first, ...further] = covered
  const all = [...covered.flat(), ...elsewhere]
  const free = { ...plain, alternatives: all, legitimate: all }
  if (first === undefined) return { ...free, rule: 'R52', primary: elsewhere[0] }
  if (further.length === 0) return { ...free, rule: 'R50', choice: true, primary: first[0] }
  return { ...free, rule: 'R51', choice: true, primary: undefined }
}

function unitsOfJobs({ employer, jobs = [] }: Worker): readonly UnitId[] {
  return [...new Set([...(employer ? [employer] : []), ...jobs])]
}

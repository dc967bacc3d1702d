import { card as contract } from '../../../shared/contract/card'
import { daysAfter, monthsAfter } from '../../../shared/core/calendar'
import type { ServiceId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import { serviceUses } from '../../_kernel/records/services'
import { implement, type Call } from '../../_kernel/serve'
import { offeredBy } from './offered'

const [daysTold, monthsTold] = [30, 12]

/** 使用统计. */
export const serviceUse = implement(contract.procedures.serviceUse, async (call) => {
  const known = await offeredBy(call.input, call.store)
  if (!known.ok) return known
  const { today } = call
  const months = Array.from({ length: monthsTold }, (_, at) => monthOf(monthsAfter(today, at + 1 - monthsTold)))
  const days = Array.from({ length: daysTold }, (_, at) => daysAfter(today, at + 1 - daysTold))
  const uses = await usesSince(known.data._id, daysAfter(today, -366), call)
  const countOf = (matches: (day: IsoDate) => boolean) =>
    uses.reduce((sum, { day, count }) => (matches(day) ? sum + count : sum), 0)
  return succeed({
    days: days.map((day) => ({ day, count: countOf((on) => on === day) })),
    months: months.map((month) => ({ month, count: countOf((on) => monthOf(on) === month) })),
  })
})

/** 2026-11. */
const monthOf = (day: IsoDate) => day.slice(0, 7)

async function usesSince(service: ServiceId, from: IsoDate, { store }: Pick<Call<unknown>, 'store'>) {
  const uses: { readonly day: IsoDate; readonly count: number }[] = []
  for (let cursor: string | undefined; ;) {
    const after = cursor === undefined ? {} : { cursor }
    const page = await store.find(serviceUses, { index: 'byService', equals: { service }, from, limit: 1000, ...after })
    uses.push(...page.documents)
    cursor = page.cursor
    if (cursor === undefined) return uses
  }
}

import { castUnions } from '../../local/demo/personas'
import { addFigures, addFlows, fromKeys, monthAfter, monthOf, noFlows, figureKeys } from '../../shared/org/figures'
import { chinaDay } from '../../shared/core/time'
import { countWhole } from '../../cloudfunctions/membership/figures/count-union'
import { writeCounts } from '../../cloudfunctions/membership/figures/tree'
import { figureMonths, unionFigures } from '../../cloudfunctions/_kernel/records/figures'
import { unions } from '../../cloudfunctions/_kernel/records/registry'
import { before } from './before-start'
import { stage } from './stage'

jest.setTimeout(600_000)

const street = castUnions.street.id

/** Counted as the clock counts, and ten closed months before this one. */
const prepare = before(async ({ runtime }) => {
  const { store, now } = runtime
  const month = monthOf(chinaDay(now()))
  const page = await store.find(unions, { index: 'byParent', equals: {}, limit: 1000 })
  const counted = []
  for (const union of page.documents) counted.push(await countWhole(union, month, { store, now: now() }))
  await writeCounts(counted, store)
  const record = await store.get(unionFigures, street)
  if (record === undefined) throw new Error('the street was not counted')
  const total = addFigures(record.own, record.below)
  await store.transact(async (tx) => {
    for (let ago = 10; ago > 0; ago--) {
      const flows = { ...noFlows, joined: 6 + ((ago * 7) % 11), left: (ago * 5) % 7, movedOut: (ago * 3) % 6 }
      await tx.put(figureMonths, {
        _id: `${street}:${monthAfter(month, -ago)}`,
        union: street,
        month: monthAfter(month, -ago),
        name: record.name,
        ...(record.parent === undefined ? {} : { parent: record.parent }),
        figures: { ...total, members: Math.round(total.members * (1 - ago * 0.035)) },
        flows: addFlows(noFlows, flows),
        own: fromKeys(figureKeys, () => 0),
        ownFlows: noFlows,
        closedAt: now(),
      })
    }
  })
})

const { phoneOf } = stage('none', prepare)
const wide = { width: 1280, height: 900 }
const at = (page: string, more = '') => `/figures/${page}/index?union=${street}${more}`

test('a street looks at its figures, and goes down to the unions behind a number', async () => {
  const phone = await phoneOf('street', at('statistics'))
  await phone.reads('职工入会率')
  await phone.reads('减少的原因')
  await phone.picture('figures')
  await phone.tap('list-all')
  await phone.reads('入会率')
  await phone.picture('figures-below')
  const desk = await phoneOf('street', at('statistics'), wide)
  await desk.reads('减少的原因')
  await desk.picture('figures-desk')
})

test('the month’s sheet and the subsidy sheet are there to be printed', async () => {
  const phone = await phoneOf('street', at('month'))
  await phone.reads('其中本级')
  await phone.picture('figures-month')
  const desk = await phoneOf('street', at('month'), wide)
  await desk.reads('其中本级')
  await desk.picture('figures-month-desk')
  const none = await phoneOf('street', at('subsidies'))
  await none.reads('本地没有补助标准')
  const changxing = await phoneOf('battery-chair', `/figures/subsidies/index?union=${castUnions.battery.id}`)
  await changxing.reads('一次性补助测算')
  await changxing.picture('figures-subsidies')
})

test('a union tells how many of its staff come from the countryside', async () => {
  const chair = await phoneOf('factory-chair', `/figures/statistics/index?union=${castUnions.factory.id}`)
  await chair.tap('rural-edit')
  await chair.type('rural-count', '12')
  await chair.tap('rural-save')
  await chair.reads('12 人')
})

test('a street sees who has not reported', async () => {
  const phone = await phoneOf('street', `/officer/rounds-below/index?union=${street}`)
  await phone.reads('还没上报')
  await phone.picture('reports-below')
  const desk = await phoneOf('street', `/officer/rounds-below/index?union=${street}`, wide)
  await desk.reads('还没上报')
  await desk.picture('reports-below-desk')
})

import { invitations, units } from '../_kernel/records/registry'
import { castScenes, castUnions, castUnits, stage } from '../../local/demo/personas'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'

const chair = 'demo-factory-chair'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

describe('somebody scans', () => {
  test('a poster of a unit: the union and the unit are known before anything is asked', async () => {
    const opened = granted(await system.ask('anybody', 'registry', 'openInvitation', { scene: castScenes.factory }))
    expect(opened).toMatchObject({
      union: { id: castUnions.factory.id, name: castUnions.factory.name, type: '企业工会' },
      unit: { unit: castUnits.factory.id, name: castUnits.factory.name, unionised: true },
    })
  })

  test('a poster of a union alone: no unit', async () => {
    const opened = granted(await system.ask('anybody', 'registry', 'openInvitation', { scene: castScenes.newForm }))
    expect(opened.unit).toBeUndefined()
    expect(opened.union.id).toBe(castUnions.newForm.id)
  })

  test('a code nobody gave out', async () => {
    expect(codeOf(await system.ask('anybody', 'registry', 'openInvitation', { scene: 'nobody-gave-this' }))).toBe(
      'SCENE_UNKNOWN',
    )
  })
})

describe('somebody looks for where they work', () => {
  const search = async (input: object) => granted(await system.ask('anybody', 'registry', 'searchUnits', input)).units

  test.each([
    ['the whole name', castUnits.factory.name],
    ['a part of it', '澜屿海洋'],
    ['another part', '海洋装备'],
  ])('by %s', async (_, text) => {
    expect((await search({ text })).map(({ unit }) => unit)).toContain(castUnits.factory.id)
  })

  test('agencies only, where the question is who sent them', async () => {
    const found = await search({ text: '人力', agenciesOnly: true })
    expect(found.map(({ unit }) => unit)).toContain(castUnits.agency.id)
    expect(found.every(({ agency }) => agency)).toBe(true)
  })

  test('nearer units come first', async () => {
    const everywhere = await search({ text: '有限公司', region: stage.community })
    const shared = everywhere.map(({ region }) => (region.startsWith('370202') ? 0 : 1))
    expect(shared).toEqual([...shared].sort())
  })

  test('at most twenty, and none where nothing fits', async () => {
    expect((await search({ text: '公司' })).length).toBeLessThanOrEqual(20)
    expect(await search({ text: '没有这样一家单位' })).toEqual([])
  })

  test.each([['%'], ['_'], ["' OR 1=1 --"], ['*'], ['\\']])('%s is a text like any other', async (text) => {
    const { documents } = await system.runtime.store.find(units, { index: 'byUnion', equals: {}, limit: 1000 })
    const named = documents.filter(({ name }) => name.includes(text)).length
    const answer = await system.ask('anybody', 'registry', 'searchUnits', { text })
    expect(answer.ok ? answer.data.units.length : answer.code).toBe(answer.ok ? named : 'BAD_INPUT')
  })
})

describe('somebody says where', () => {
  test('from the cities down, with the way they came', async () => {
    const cities = granted(await system.ask('anybody', 'registry', 'regions', {}))
    expect(cities.regions.map(({ name }) => name)).toEqual(expect.arrayContaining(['青岛市', '湖州市']))
    const street = granted(await system.ask('anybody', 'registry', 'regions', { parent: stage.street }))
    expect(street.path.map(({ name }) => name)).toEqual(['青岛市', '市南区', '中山路街道'])
    expect(street.regions.map(({ region }) => region)).toContain(stage.community)
  })

  test('a place that is on no list', async () => {
    expect(codeOf(await system.ask('anybody', 'registry', 'regions', { parent: '999999' }))).toBe('REGION_UNKNOWN')
  })
})

describe('an officer makes a poster', () => {
  const invite = (as: string, input: object) => system.ask(as, 'registry', 'invite', input)

  test('for the union; again, and from another officer: the same code', async () => {
    const union = castUnions.factory.id
    const first = granted(await invite(chair, { union }))
    expect(first.poster).toEqual({ kind: 'link', link: expect.stringContaining(first.scene) })
    expect(granted(await invite(chair, { union })).scene).toBe(first.scene)
    const kept = await system.runtime.store.find(invitations, { index: 'byUnion', equals: { union, unit: undefined } })
    expect(kept.documents).toHaveLength(1)
  })

  test('twice at once: one code', async () => {
    const union = castUnions.newForm.id
    const both = await Promise.all([1, 2, 3].map(() => invite('demo-newform-chair', { union })))
    expect(new Set(both.map((answer) => granted(answer).scene)).size).toBe(1)
  })

  test('for a unit that this union organises, and for no other', async () => {
    const union = castUnions.factory.id
    expect(granted(await invite(chair, { union, unit: castUnits.factory.id })).unit?.unit).toBe(castUnits.factory.id)
    expect(codeOf(await invite(chair, { union, unit: castUnits.battery.id }))).toBe('UNIT_UNKNOWN')
  })

  test('the code opens what it was made for', async () => {
    const { scene } = granted(await invite(chair, { union: castUnions.factory.id }))
    expect(granted(await system.ask('anybody', 'registry', 'openInvitation', { scene })).union.id).toBe(
      castUnions.factory.id,
    )
  })
})

test('a union’s page names its officers no further than they agreed', async () => {
  const page = granted(await system.ask('anybody', 'registry', 'unionPage', { union: castUnions.factory.id }))
  expect(page).toMatchObject({ name: castUnions.factory.name, type: '企业工会' })
  expect(page.officers.map(({ maskedName }) => maskedName)).toContain('赵*青')
  expect(JSON.stringify(page)).not.toContain('赵海青')
})

test('the page of a union shows its committees to everybody, and nobody’s name in them', async () => {
  const { id: union } = castUnions.factory
  const entered = { union, kind: 'audit', electedOn: '2025-01-10', termYears: 3, seats: 3, chair: '周大雪' }
  granted(await system.ask('demo-street', 'registry', 'saveCommittee', entered))
  const page = granted(await system.ask('anybody', 'registry', 'unionPage', { union }))
  expect(page.committees).toEqual([{ kind: 'audit', seats: 3, electedOn: '2025-01-10', until: '2028-01-10' }])
  expect(JSON.stringify(page)).not.toContain('周大雪')
})

import { cloudCollections } from '../../cloudfunctions/_kernel/cloud-collections'
import { cloudbaseCollections } from '../../cloudfunctions/_kernel/store/cloudbase-indexes'
import { declaredFunctions, expectAllDeclared } from '../functions/declared'
import { planDeployment, sentenceOf } from './plan'

const collections = cloudbaseCollections(cloudCollections)
const plan = planDeployment(collections, declaredFunctions)

describe('a deployment', () => {
  test('makes every declared collection, the store’s own notes too, and closes each before it gets an index', () => {
    const made = plan.flatMap((step) => (step.kind === 'collection' ? [step.name] : []))
    expect([...made].sort()).toEqual([...cloudCollections.map(({ name }) => name), 'storeCommits'].sort())
    for (const name of made) {
      const at = plan.findIndex((step) => step.kind === 'collection' && step.name === name)
      expect(plan[at + 1]).toEqual({ kind: 'collection-rule', collection: name, rule: 'ADMINONLY' })
    }
  })

  test('makes one ascending index for each declared one, on the text that ends with the id', () => {
    const of = (collection: string) =>
      plan.flatMap((step) => (step.kind === 'index' && step.collection === collection ? [step] : []))
    expect(of('invitations').map(({ name, keys }) => ({ name, keys }))).toEqual([
      { name: 'k_union_unit', keys: [{ field: 'k_union_unit', direction: '1' }] },
    ])
    expect(of('unitNames').map(({ name }) => name)).toEqual(['k_text', 'k_agency_text', 'k_region_text'])
    expect(of('storeCommits').map(({ name }) => name)).toEqual(['at'])
    // An index without fields is the id, which is indexed anyway.
    for (const { name, indexes } of cloudCollections) {
      const declared = Object.values(indexes).filter((fields) => fields.length > 0)
      expect({ name, made: of(name).length }).toEqual({
        name,
        made: new Set(declared.map((fields) => fields.join())).size,
      })
    }
  })

  test('uploads every function after everything it needs, each with its timers', () => {
    const first = plan.findIndex(({ kind }) => kind === 'function')
    expect(plan.slice(first, first + declaredFunctions.length).map(({ kind }) => kind)).toEqual(
      declaredFunctions.map(() => 'function'),
    )
    expect(plan.slice(first).map(sentenceOf)).toContain(
      'function clock: 256 MB, 120 s, timer everyMinute “0 * * * * * *”',
    )
    expect(plan[first - 1]).toEqual({ kind: 'storage-rule', rule: 'ADMINONLY' })
  })

  test('leads one domain to the pages and to what they call, last, and to nothing else', () => {
    expect(plan.slice(-10).map(sentenceOf)).toEqual([
      'static hosting: on',
      'desk pages: dist/h5 with its policy, uploaded',
      'route /api/ballot to function ballot',
      'route /api/card to function card',
      'route /api/home to function home',
      'route /api/membership to function membership',
      'route /api/registry to function registry',
      'route /api/review to function review',
      'route /api/session to function session',
      'route / to the desk pages',
    ])
    expect(plan.filter(({ kind }) => kind === 'route')).toHaveLength(8)
  })

  test('says each step in a line of its own', () => {
    const lines = plan.map(sentenceOf)
    expect(lines).toContain('  index k_union_unit on invitations: k_union_unit 1')
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines.join('\n').split('\n')).toHaveLength(lines.length)
  })

  test('knows every function there is', () => expect(expectAllDeclared).not.toThrow())
})

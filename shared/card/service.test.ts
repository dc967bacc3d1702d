import { ServiceFacts } from './service'

const facts = { kind: 'legal-aid', name: '职工法律援助站', gives: '免费咨询', where: '山东路 1 号' }
const wrong = (change: object) =>
  ServiceFacts.safeParse({ ...facts, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? []

test.each<readonly [string, object]>([
  ['brackets and an ampersand, which are only text', { name: '<b>书店 & 咖啡</b>' }],
  ['a rare character', { name: '𠮷野书店' }],
  ['two lines of what it gives', { gives: '购书九折\n免费办证' }],
])('%s may be written', (_, change) => expect(wrong(change)).toEqual([]))

test.each<readonly [string, object, string]>([
  ['a name that nobody sees', { name: '\u200b\u200b\u200b' }, 'name'],
  ['a name of signs alone', { name: '……' }, 'name'],
  ['a name that turns what follows around', { name: '书店\u202e店书' }, 'name'],
  ['a name with a null', { name: '书\u0000店' }, 'name'],
  ['a name of two lines', { name: '书店\n免费' }, 'name'],
  ['a place with an escape', { where: '山东路\u001b[2J' }, 'where'],
  ['hours that nobody sees', { hours: '\u2060\u2060' }, 'hours'],
  ['a phone in full-width digits', { phone: '１３８１２３４５６７８' }, 'phone'],
])('%s is refused at its field', (_, change, field) => expect(new Set(wrong(change))).toEqual(new Set([field])))

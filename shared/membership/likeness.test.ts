import { IsoDate } from '../core/time'
import { keepFirst, likenessTexts, mayBeSame, mergedFrom, type Likely, type MergeSide } from './likeness'

const card: Likely = {
  name: '陈志强',
  number: '370202199003070071',
  documentKind: 'resident18',
  birth: '1990-03-07',
  mobile: '15420000001',
}
const permit: Likely = { ...card, number: 'H12345678', documentKind: 'hkmacao_permit', birth: undefined }

describe('one person under two identifiers', () => {
  test.each([
    ['a card and a permit, same name and phone (D1)', card, permit, true],
    [
      'a permit that tells the birthday, another phone (D1)',
      card,
      { ...permit, birth: '1990-03-07', mobile: '2' },
      true,
    ],
    ['the same phone under another name: a family', card, { ...permit, name: '王芳' }, false],
    ['two cards, same name and birthday: namesakes (D2)', card, { ...card, number: '2', mobile: '15420000002' }, false],
    ['two cards, same name, birthday and phone (D2)', card, { ...card, number: '2' }, true],
    ['spaces and dots in a name make no difference (D3)', permit, { ...card, name: '陈 志强' }, true],
    ['nothing alike', card, { ...permit, name: '王芳', mobile: '2' }, false],
  ] as const)('%s', (_, one, other, same) => {
    expect(mayBeSame(one, other)).toBe(same)
    expect(mayBeSame(other, one)).toBe(same)
  })

  test('a number is in none of the texts: what is digested tells nothing about it', () => {
    expect(likenessTexts(card).join()).not.toContain(card.number)
  })
})

const day = (text: string) => IsoDate.parse(text)
const side = (change: Partial<MergeSide>): MergeSide => ({
  state: 'active',
  since: day('2020-01-01'),
  memberNumber: '1',
  changedOn: undefined,
  bound: false,
  ...change,
})

describe('which of two records stays', () => {
  test.each([
    ['the one in force', side({}), side({ state: 'left' }), true],
    ['the one in force before the one kept', side({ state: 'retained' }), side({}), false],
    ['the one that changed last', side({ changedOn: day('2026-01-01') }), side({ since: day('2025-01-01') }), true],
    ['the one with an account', side({ bound: true }), side({}), true],
    ['the other one with an account', side({}), side({ bound: true }), false],
  ] as const)('%s', (_, one, other, first) => expect(keepFirst(one, other)).toBe(first))

  test('the earlier day of joining and its number stay', () => {
    const [early, late] = [side({ since: day('2018-05-01'), memberNumber: '2' }), side({})]
    expect(mergedFrom(late, early)).toEqual({ since: '2018-05-01', memberNumber: '2' })
    expect(mergedFrom(early, late)).toEqual({ since: '2018-05-01', memberNumber: '2' })
  })
})

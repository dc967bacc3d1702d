import { setsRules } from '../policy/ownership'
import { readRegistered, typesLike } from './registered'
import { UnionType } from './union'

describe('what is registered of a union', () => {
  test.each([
    ['a full name', 'name', ' 青岛云台机械有限公司工会 ', 'enterprise', true, '青岛云台机械有限公司工会'],
    ['too short a name', 'name', '工会', 'enterprise', true, undefined],
    ['another sort of the same', 'type', 'institution', 'enterprise', true, 'institution'],
    ['a union of one unit made one of several', 'type', 'community_joint', 'enterprise', true, undefined],
    ['a joint union made one of a building', 'type', 'building_joint', 'community_joint', false, 'building_joint'],
    [
      'another name of the unit',
      'unitName',
      ' 青岛云台智能机械有限公司 ',
      'enterprise',
      true,
      '青岛云台智能机械有限公司',
    ],
    ['no name of the unit', 'unitName', ' ', 'enterprise', true, undefined],
    ['the name of a unit that there is not', 'unitName', '青岛云台机械有限公司', 'community_joint', false, undefined],
    ['a nature on the list', 'unitKind', '国有企业', 'enterprise', true, '国有企业'],
    ['a nature that is not', 'unitKind', '大企业', 'enterprise', true, undefined],
    ['the nature of a unit that there is not', 'unitKind', '国有企业', 'community_joint', false, undefined],
  ] as const)('%s', (_, field, raw, type, hasUnit, expected) => {
    const read = readRegistered(field, raw, { type, hasUnit })
    expect(read.ok ? read.data.after : undefined).toBe(expected)
  })

  test('every type may become itself', () => {
    for (const type of UnionType.options) expect(typesLike(type)).toContain(type)
  })

  test('nothing becomes a union that sets rules for its place, and none of those becomes anything else', () => {
    for (const type of UnionType.options)
      expect(typesLike(type).filter(setsRules)).toEqual(setsRules(type) ? [type] : [])
  })
})

import { judgeOrganisationRow, type ToldRow, type UnionOnFile } from './judge-union'

const onFile: UnionOnFile = {
  fields: {
    unitName: '长兴示例机械有限公司',
    unitCode: '91330522MA2B4C5D6X',
    address: '长兴县示例路 1 号',
    staff: '120',
    name: '长兴示例机械有限公司工会',
    foundedOn: '2001-05-06',
    phone: '0572-6022447',
  },
  staffComputed: false,
  members: 100,
}
const row: ToldRow = {
  unitCode: '91330522MA2B4C5D6X',
  address: '长兴县示例路 1 号',
  staff: 120,
  name: '长兴示例机械有限公司工会',
  foundedOn: '2001-05-06',
  phone: '0572-6022447',
  members: 100,
}
const unanswered = { address: '', staff: undefined, foundedOn: '', phone: '' }
const nothingTold = { address: undefined, staff: undefined, foundedOn: undefined, phone: undefined }
const judge = (said: Partial<ToldRow>, known: Partial<UnionOnFile['fields']> = {}) =>
  judgeOrganisationRow({ ...row, ...said }, { ...onFile, fields: { ...onFile.fields, ...known } })

describe('a row of annex 1 against the registry', () => {
  test('the same changes nothing', () => {
    expect(judge({})).toEqual({ changes: [], notes: [], missing: [] })
  })

  test('what nobody has told yet comes back as it went out', () => {
    expect(judge(unanswered, nothingTold)).toEqual({ changes: [], notes: ['not-told'], missing: [] })
  })

  test('what is on file and left empty is missing', () => {
    expect(judge(unanswered)).toMatchObject({ notes: [], missing: ['address', 'staff', 'foundedOn', 'phone'] })
    expect(judge({ unitCode: '', phone: '' }, { phone: undefined })).toMatchObject({
      notes: ['not-told'],
      missing: ['unitCode'],
    })
  })

  test('what is told for the first time is a change', () => {
    expect(judge({}, nothingTold).changes.map(({ key }) => key)).toEqual(['address', 'staff', 'foundedOn', 'phone'])
  })

  test('a union of several units owes no code', () => {
    expect(judge({ unitCode: '' }, { unitName: undefined })).toEqual({ changes: [], notes: [], missing: [] })
  })
})

import { judgeRosterRow, type PersonOnFile, type RosterFacts } from './judge-person'

const said: RosterFacts = {
  name: '王芳',
  education: 'college',
  household: 'urban',
  mobile: '13800000001',
  employment: '在岗',
  office: '',
}
const place = { unit: 'unit-1', unitName: '甲公司' }
const onFile: PersonOnFile = { ...said, state: 'active', here: true, bound: false, moving: false, place }
const judge = (
  row: Partial<RosterFacts> = {},
  known: Partial<PersonOnFile> | undefined = {},
  at: { unit: string | undefined; unitName: string } = place,
) =>
  judgeRosterRow({ ...said, ...row }, at, {
    onFile: known === undefined ? undefined : { ...onFile, ...known },
    applicant: undefined,
  })

describe('whose number a row has', () => {
  test('nobody’s: somebody new; with an application that waits: not by a file', () => {
    expect(judgeRosterRow(said, place, { onFile: undefined, applicant: undefined })).toEqual({ kind: 'new', notes: [] })
    const waits = judgeRosterRow(said, place, { onFile: undefined, applicant: '王芳' })
    expect(waits).toEqual({ kind: 'refused', problem: { column: 'idNumber', code: 'applying' } })
  })

  test.each([
    ['a member of another union', { here: false }, 'member-elsewhere'],
    ['somebody whose membership another union keeps', { here: false, state: 'retained' }, 'member-elsewhere'],
    ['somebody who left', { state: 'left' }, 'membership-ended'],
    ['somebody who was expelled', { state: 'expelled', here: false }, 'membership-ended'],
    ['somebody recorded as dead', { state: 'deceased' }, 'membership-ended'],
    ['somebody of another name', { name: '王方' }, 'name-differs'],
  ] as const)('%s is refused: %s', (_, known, code) => {
    expect(judge({}, known)).toMatchObject({ kind: 'refused', problem: { code } })
  })

  test('another name than the one the number has is told the same way, whoever it belongs to', () => {
    const other = { name: '王方' }
    const told = [
      ...(['active', 'retained', 'left', 'expelled', 'deceased'] as const).flatMap((state) => [
        judge(other, { state }),
        judge(other, { state, here: false }),
      ]),
      judgeRosterRow({ ...said, ...other }, place, { onFile: undefined, applicant: '王芳' }),
      judgeRosterRow({ ...said, ...other }, place, { onFile: { ...onFile, state: 'left' }, applicant: '王芳' }),
    ]
    for (const verdict of told)
      expect(verdict).toEqual({ kind: 'refused', problem: { column: 'name', code: 'name-differs' } })
  })

  test('names are the same however they are spaced', () => {
    expect(judge({ name: '王 芳' })).toEqual({ kind: 'same', notes: [] })
  })
})

describe('what a row changes of a member', () => {
  test('what it says otherwise, with what was on file', () => {
    expect(judge({ education: 'bachelor', mobile: '13800000002', office: '小组长' })).toEqual({
      kind: 'changed',
      notes: [],
      changes: [
        { key: 'education', before: '大专', after: '本科' },
        { key: 'mobile', before: '13800000001', after: '13800000002' },
        { key: 'office', before: '', after: '小组长' },
      ],
    })
  })

  test.each([
    ['a file that does not tell of offices', { office: undefined }, { office: '主席' }, place, []],
    ['a phone that its owner keeps', { mobile: '13800000002' }, { bound: true }, place, ['mobile-own']],
    ['less than is on file of the work', {}, { employment: '在岗（编外聘用）' }, place, []],
    ['a unit that the union has no record of', {}, {}, { unit: undefined, unitName: '甲' }, ['unit-kept']],
    [
      'the work of somebody whose membership is kept',
      { employment: '退休' },
      { state: 'retained' },
      { unit: 'unit-2', unitName: '乙公司' },
      [],
    ],
  ] as const)('%s changes nothing', (_, row, known, at, notes) => {
    expect(judge(row, known, at)).toEqual({ kind: 'same', notes })
  })

  test('another unit does, unless they are moving to another union meanwhile', () => {
    const other = { unit: 'unit-2', unitName: '乙公司' }
    expect(judge({}, {}, other)).toMatchObject({ changes: [{ key: 'unit', before: '甲公司', after: '乙公司' }] })
    expect(judge({}, { moving: true }, other)).toMatchObject({ kind: 'refused', problem: { code: 'moving' } })
    const byName = { place: { unit: undefined, unitName: '甲' } }
    expect(judge({}, byName, { unit: undefined, unitName: '乙' })).toMatchObject({
      kind: 'changed',
      notes: ['unit-unlisted'],
    })
  })
})

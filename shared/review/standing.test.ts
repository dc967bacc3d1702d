import { UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { standingAt, type Passage, type PassageKind } from './standing'

const [here, there] = [UnionId.parse('here'), UnionId.parse('there')]
const day = (text: string) => IsoDate.parse(text)
const cutoff = day('2026-10-31')
const [early, before, same, after, late] = ['2025-03-01', '2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'].map(
  day,
) as [IsoDate, IsoDate, IsoDate, IsoDate, IsoDate]
const step = (kind: PassageKind, on: IsoDate, union = here, from?: UnionId): Passage => ({ kind, on, union, from })
const nobody = undefined

describe('on the day of the cut-off', () => {
  test.each<[string, Passage[], string | undefined]>([
    [
      'somebody joined long ago and moved away the day after',
      [step('joined', early), step('moved', after, there, here)],
      'active',
    ],
    ['moved away on the day itself', [step('joined', early), step('moved', same, there, here)], nobody],
    [
      'came on the day itself, and left again',
      [step('moved', same, here, there), step('moved', late, there, here)],
      'active',
    ],
    ['came the day after', [step('joined', early, there), step('moved', after, here, there)], 'came late'],
    ['joined the day after', [step('joined', after)], 'came late'],
    ['was active, retained since', [step('joined', early), step('retained', after)], 'active'],
    ['was retained, taken up since', [step('retained', before), step('resumed', after)], 'retained'],
    [
      'was retained and moved as such',
      [step('retained', early, there), step('moved', before, here, there)],
      'retained',
    ],
    ['left since', [step('joined', early), step('left', after)], 'active'],
    ['had left before', [step('joined', early), step('left', before)], 'left'],
    ['had left and joined again since', [step('left', before), step('joined', after)], 'came late'],
    [
      'died the day before, recorded later',
      [step('joined', early), step('moved', after, there, here), step('deceased', before)],
      'deceased',
    ],
    ['was taken out in error and put back since', [step('left', before), step('reinstated', after)], 'came late'],
    ['nothing tells but the move away', [step('moved', after, there, here)], 'active'],
    ['nothing tells but the taking up again elsewhere', [step('resumed', after, there, here)], 'retained'],
    ['nothing tells but the death', [step('deceased', after)], 'active'],
    ['came from outside since', [step('moved', after)], 'came late'],
    ['was elsewhere, and is', [step('joined', early, there), step('left', after, there)], nobody],
  ])('%s', (_, passages, what) => {
    const found = standingAt({ cutoff, union: here }, passages, { union: there, state: 'active' })
    expect(found !== undefined && found.since > cutoff ? 'came late' : found?.state).toBe(what)
  })

  test('what no passage tells is as the record has it', () => {
    expect(standingAt({ cutoff, union: here }, [], { union: here, state: 'retained' })?.state).toBe('retained')
    expect(standingAt({ cutoff, union: here }, [], { union: there, state: 'active' })).toBeUndefined()
  })
})

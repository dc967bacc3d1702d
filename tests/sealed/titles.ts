import { chair, factory, keeper, note, paper, street } from '../../cloudfunctions/home/titles/titles.fixture'
import type { Asking } from './asking'

const level = 'township'

export async function inTitles({ call }: Asking): Promise<void> {
  const own = (procedure: string, input: object) => call(chair, 'home', procedure, { union: factory, ...input })
  const above = (procedure: string, input: object) => call(street, 'home', procedure, { union: keeper, ...input })
  const one = { of: factory, level }
  await own('stepTitle', { level, step: { kind: 'begin' } })
  await own('stepTitle', { level, step: { kind: 'apply', note } })
  await above('titleRegister', { show: 'applied' })
  await above('titleCase', one)
  await above('decideTitle', { ...one, verdict: { kind: 'fail', note: '再改一改' } })
  await above('enterTitle', { ...one, on: '2025-04-28', paper })
  await above('correctTitle', { ...one, to: { level, on: '2025-04-29', paper } })
  await own('proposeHonour', { level, honour: 'medal' })
  await above('honoursProposed', {})
  await own('titles', {})
}

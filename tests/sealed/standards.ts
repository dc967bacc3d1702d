import {
  above,
  answered,
  looked,
  objectedTo,
  photo,
  recordOf,
  settler,
  unionBelow,
  upper,
  yearOf,
} from '../../cloudfunctions/home/standards/standards.fixture'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { castUnions } from '../../local/demo/personas'
import { worker, type Asking } from './asking'

/** A union is assessed, and somebody’s name stands in an answer. */
export async function inAssessments({ system, call }: Asking): Promise<void> {
  const ask = (as: string, procedure: string, input: object) => call(as, 'home', procedure, input)
  const year = yearOf(system)
  const fresh = await unionBelow(system)
  await ask(fresh.as, 'standing', { union: fresh.union })
  await ask(above, 'callAssessment', { union: upper, until: `${year}-12-15` })
  await ask(fresh.as, 'startAssessment', { union: fresh.union })
  const below = { union: castUnions.factory.id, as: 'demo-factory-chair' }
  const { union, as } = below
  await ask(as, 'startAssessment', { union })
  await ask(as, 'putEvidence', { union, picture: png.toString('base64') })
  const file = await photo(system, below)
  await ask(as, 'saveAnswer', { union, year, question: 'fixed_office', answer: { kind: 'photos', photos: [file] } })
  await ask(as, 'evidence', { union, year, file })
  const said = { kind: 'text', text: `由${worker.name}负责，每季度研究一次。` }
  await ask(as, 'saveAnswer', { union, year, question: 'QD-ENT-POL-03', answer: said })
  await ask(as, 'assessment', { union, year })
  await ask(as, 'withdrawAssessment', { union, year })
  const ready = await answered(system)
  const { revision: seen } = await recordOf(system, ready.union)
  await ask(ready.as, 'sendAssessment', { union: ready.union, year, seen })
  await ask(above, 'assessmentsBelow', { union: upper, show: 'waiting' })
  const done = await looked(system)
  const under = { union: upper, below: done.union, year }
  await ask(above, 'findItem', { ...under, sending: 1, item: 'QD-ENT-INF-01', finding: 'met', comment: '' })
  const { revision } = await recordOf(system, done.union)
  await ask(above, 'decideAssessment', { ...under, seen: revision, verdict: { kind: 'decide', comment: '' } })
  await ask(done.as, 'objectAssessment', { union: done.union, year, text: '会议是登记晚了' })
  const objected = await objectedTo(system)
  const next = await settler(system)
  const settle = { union: next.union, below: objected.union, year, verdict: 'uphold', text: '没有记录' }
  await ask(next.as, 'settleAssessment', settle)
}

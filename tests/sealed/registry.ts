import { papersOf, street, upper } from '../../cloudfunctions/membership/events/events.fixture'
import {
  foundingBody,
  invited,
  reElection,
  sentWith,
} from '../../cloudfunctions/registry/applications/applications.fixture'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { castUnions } from '../../local/demo/personas'
import { askedMove, taking } from '../../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { HandedCode } from '../../shared/core/ids'
import { inOffice } from '../faults/ready'
import { ledUnion } from '../faults/in-registry'
import type { Asking } from './asking'

const union = castUnions.factory.id

export async function inTheRegistry(asking: Asking): Promise<void> {
  const { system, call } = asking
  const ask = (as: string, procedure: string, input: object) => call(as, 'registry', procedure, input)
  const read = (data: unknown, key: string) => String(Reflect.get(Object(data), key))
  const { officer } = await inOffice(system, union, 'chair')
  await ask(street, 'saveRegistryField', { union, key: 'fullTime', value: '2' })
  const branch = read(await ask(street, 'saveBranch', { union, kind: 'group', name: '焊接小组' }), 'branch')
  await ask(street, 'endBranch', { union, branch })
  const elected = { electedOn: '2025-01-10', termYears: 5, seats: 3, chair: '欧阳回答甲' }
  await ask(street, 'saveCommittee', { union, kind: 'audit', ...elected })
  await ask(street, 'noteOfficer', { union, officer, what: 'trained', on: '2026-11-18' })
  await ask(street, 'registryPage', { union })
  await ask(street, 'registryHistory', { union })
  await ask(street, 'unionsInLine', { union })
  await ask(street, 'unionsInPlace', { union: upper })
  await ask(street, 'unitsCovered', { union })
  await ask(street, 'saveRegistered', { union, field: 'unitKind', value: '国有企业' })
  await moves(asking)
  await ask(street, 'unfoundedUnits', { union: upper, why: 'nobody' })
  await foundings(asking)
  const { as, union: led } = await ledUnion(system)
  const papers = await papersOf(system, ['report', 'resolution'], as, led)
  const sent = await ask(as, 'applyToUpper', { union: led, body: reElection, papers })
  const application = read(sent, 'application')
  await ask(street, 'unionApplicationPaper', { union: upper, application, file: papers[0]?.file })
  await ask(street, 'returnUnionApplication', { union: upper, application, reason: '决议上没有签名' })
}

async function moves({ system, call }: Asking): Promise<void> {
  const ask = (as: string, procedure: string, input: object) => call(as, 'registry', procedure, input)
  const { union: moving } = await ledUnion(system)
  await ask(street, 'unionsNamed', { union: upper, name: castUnions.shinan.name })
  const papers = await papersOf(system, ['report', 'reply'])
  const input = { union: upper, moving, to: taking, reason: '企业归区里直接管', papers }
  const reaffiliation = String(Reflect.get(Object(await ask(street, 'askReaffiliation', input)), 'reaffiliation'))
  await ask(street, 'reaffiliation', { union: upper, reaffiliation })
  await ask(street, 'reaffiliationPaper', { union: upper, reaffiliation, file: papers[0]?.file })
  await ask(street, 'withdrawReaffiliation', { union: upper, reaffiliation })
  const next = await askedMove(system)
  const { as } = await inOffice(system, taking, 'chair')
  const verdict = { kind: 'refuse', reason: '还没有批复' }
  await ask(as, 'answerReaffiliation', { union: taking, reaffiliation: next.reaffiliation, verdict })
}

async function foundings({ system, call }: Asking): Promise<void> {
  const ask = (as: string, procedure: string, input: object) => call(as, 'registry', procedure, input)
  const { unit, as } = await invited(system)
  const handed = await ask(street, 'inviteFounding', { union: upper, unit })
  const code = HandedCode.parse(Reflect.get(Object(handed), 'code'))
  const papers = []
  for (const paper of ['report', 'resolution', 'letter']) {
    const put = await ask(as, 'putFoundingPaper', { code, picture: png.toString('base64') })
    papers.push({ paper, file: Reflect.get(Object(put), 'file') as unknown })
  }
  const body = foundingBody({ posts: [{ role: 'chair', name: '欧阳回答甲', mobile: '15420771201' }] })
  await ask(as, 'applyFounding', { code, body, papers })
  await ask(as, 'foundingOffer', { code })
  await ask(street, 'unionApplications', { union: upper, show: 'received' })
  const application = await sentWith(system, code)
  await ask(street, 'unionApplication', { union: upper, application })
  await ask(street, 'approveUnionApplication', { union: upper, application })
  await call(street, 'membership', 'enterFounder', { union: upper, application, at: 0 })
}

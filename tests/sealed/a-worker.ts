import { castUnions } from '../../local/demo/personas'
import { formFor, identityOf, sent, situations, somebody } from '../forms'
import { granted } from '../system'
import { owner, strokes, worker, type Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'

/** One worker’s way into a union, and everything officers do with it. Answers who they are there. */
export async function joining({ system, call }: Asking): Promise<string> {
  const idOf = (data: unknown) => String(Reflect.get(Object(data), 'application'))
  const identity = identityOf(worker)
  const decide = (application: string, verdict: object) =>
    call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const approve = { committee: { decidedOn: '2026-11-18' } }

  await call(owner, 'membership', 'saveDraft', { draft: { step: 'identity', answers: { identity } } })
  await call(owner, 'membership', 'loadDraft', {})
  await call(owner, 'session', 'verifyPhone', { code: system.phoneCode(owner, worker.mobile) })
  await call(owner, 'membership', 'previewRoute', { situation: situations.workshop, retired: false, identity })
  await call(owner, 'membership', 'letter', { union })
  const form = await formFor(system, owner, worker, situations.workshop)
  const application = idOf(await call(owner, 'membership', 'submit', { form }))
  await call(owner, 'membership', 'remind', { application })
  await call(owner, 'session', 'me', {})
  await call(chair, 'membership', 'inbox', { union })
  await call(chair, 'membership', 'openApplication', { union, application })
  await call(chair, 'membership', 'assignable', { union, application })
  await decide(application, { kind: 'return', reasons: ['name'] })
  await call(owner, 'membership', 'mine', {})
  await call(owner, 'membership', 'resubmit', { application, seen: 2, form })
  await call(chair, 'membership', 'decideBatch', { union, ...approve, items: [{ application, seen: 3 }] })
  const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union, search: worker.name }))
  await call(chair, 'membership', 'roster', { union, search: worker.name })
  await call(chair, 'membership', 'member', { union, person: rows[0]?.person })
  await call(chair, 'membership', 'letters', { union })
  await call(street, 'membership', 'letterCopy', { union, application })
  const notice = granted(await system.ask(owner, 'session', 'me', {})).notices[0]
  await call(owner, 'session', 'readNotice', { notice: notice?.id })

  const objecting = await sent(system, 'somebody-else', somebody(), situations.dispatched, {
    choice: { kind: 'objection', sentence: '想去派遣公司的工会' },
  })
  const ofStreet = { union: castUnions.street.id, application: objecting.application, seen: 1 }
  await call(street, 'membership', 'assign', { ...ofStreet, to: castUnions.agency.id, reason: '测试' })
  await call('somebody-else', 'membership', 'withdraw', { application: objecting.application, seen: 2 })
  await call('somebody-else', 'membership', 'dropDraft', {})

  await call(chair, 'registry', 'invite', { union })
  await call(chair, 'registry', 'unitsOfUnion', { union })
  await call(chair, 'registry', 'unionPage', { union })
  await call(chair, 'registry', 'searchUnits', { text: '澜屿' })
  await call(chair, 'registry', 'regions', {})
  await call(chair, 'registry', 'openInvitation', { scene: 'lanyu-factory' })

  const signedForm = await formFor(system, 'a-signer', somebody(), situations.battery)
  const signed = { ...signedForm, consent: { ...signedForm.consent, signature: { strokes } } }
  await call('a-signer', 'membership', 'submit', { form: signed })
  await call('a-signer', 'membership', 'mine', {})
  return rows[0]?.person ?? ''
}

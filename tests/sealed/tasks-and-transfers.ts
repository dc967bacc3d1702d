import { PersonId } from '../../shared/core/ids'
import { IsoDate } from '../../shared/core/time'
import { castUnions } from '../../local/demo/personas'
import { openTask, stepTask, taskId } from '../../cloudfunctions/_kernel/tasks'
import { sent, situations, somebody } from '../forms'
import { joinedMember, paper } from '../members'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'

/** A task about somebody, in the list of whoever has to do it and of whoever did not. */
export async function waitingTasks({ system, call }: Asking, person: string): Promise<void> {
  const { store, now } = system.runtime
  const [dueOn, at] = [IsoDate.parse('2026-11-01'), now()]
  const task = { kind: 'transfer-in', subject: 'sealed', person: PersonId.parse(person), dueOn } as const
  await store.transact(async (tx) => {
    await openTask(
      tx,
      { ...task, union: { _id: castUnions.factory.id, name: castUnions.factory.name } },
      { by: 'clock', at },
    )
  })
  await call(chair, 'membership', 'tasks', { union })
  await store.transact((tx) =>
    stepTask(
      tx,
      taskId('transfer-in', 'sealed'),
      { kind: 'escalate', why: 'overdue', dueOn },
      { _id: castUnions.street.id, name: castUnions.street.name },
      { by: 'clock', at },
    ),
  )
  await call(chair, 'membership', 'raised', { union })
}

/** A member on the way to another union, and back; what the unions write to each other names them. */
export async function transferring({ system, call }: Asking): Promise<void> {
  const [mover, person] = ['a-mover', somebody()]
  const idOf = (data: unknown) => String(Reflect.get(Object(data), 'transfer'))
  const { application } = await sent(system, mover, person, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
  await call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const rider = { situation: situations.rider, retired: false }
  const outside = { situation: { ...situations.workshop, establishment: 'off_establishment' }, retired: false }
  await call(mover, 'membership', 'changeWorkplace', outside)
  const there = { ...rider, choice: { kind: 'offered', union: castUnions.newForm.id } }
  await call(mover, 'membership', 'previewTransfer', rider)
  const first = idOf(await call(mover, 'membership', 'requestTransfer', there))
  await call(mover, 'membership', 'withdrawTransfer', { transfer: first, seen: 1 })
  const transfer = idOf(await call(mover, 'membership', 'requestTransfer', there))
  await call(chair, 'membership', 'transfer', { union, transfer })
  const error = { side: 'leaving', what: 'still-employed', note: `打过 ${person.mobile}，还在上班` }
  await call(chair, 'membership', 'disputeTransfer', { union, transfer, seen: 1, error })
  await call(mover, 'membership', 'myTransfer', {})
  const upper = { union: castUnions.street.id, transfer }
  await call(street, 'membership', 'transferTargets', upper)
  await call(street, 'membership', 'settleTransfer', {
    ...upper,
    seen: 2,
    verdict: { kind: 'uphold' },
    reason: '看过证明',
  })
  const their = castUnions.newForm.id
  await call('demo-newform-chair', 'membership', 'acceptTransfer', { union: their, transfer, seen: 3 })
  const home = { situation: situations.workshop, retired: false, choice: { kind: 'offered', union } }
  const back = idOf(await call(mover, 'membership', 'requestTransfer', home))
  await call('demo-newform-chair', 'membership', 'releaseTransfer', { union: their, transfer: back, seen: 1 })
}

/** One goes to a union outside this system, one comes from there with a picture. */
export async function acrossTheBorder({ system, call }: Asking): Promise<void> {
  const goer = await joinedMember(system)
  const issued = await call(goer.as, 'membership', 'issueCertificate', { destination: '杭州市总工会' })
  await call(goer.as, 'membership', 'myCertificate', {})
  await call('a-union-elsewhere', 'membership', 'seeCertificate', { code: Reflect.get(Object(issued), 'code') })
  await call(goer.as, 'membership', 'withdrawCertificate', {})
  await call(goer.as, 'membership', 'issueCertificate', { destination: '杭州市总工会' })
  await call(goer.as, 'membership', 'certificateReceived', {})
  await call('a-comer', 'membership', 'putProof', { picture: paper })
}

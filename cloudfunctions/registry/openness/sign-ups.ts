import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mostPlaces } from '../../../shared/org/publication'
import { auditView } from '../../_kernel/audit'
import { memberships } from '../../_kernel/records/memberships'
import { publications, signUps as records, type SignUpRecord } from '../../_kernel/records/publications'
import { rosterOf } from '../../_kernel/roster'
import { implement, type Call } from '../../_kernel/serve'
import { signedUp } from './counted'

const pageSize = 50

/** 报名名单, for those who see the roster anyway; looking leaves a trace. */
export const signUps = implement(registry.procedures.signUps, async (call) => {
  const { union, publication, cursor } = call.input
  const record = await call.store.get(publications, publication)
  if (record?.union !== union || record.activity === undefined) return refuse('NOT_FOUND')
  const [page, many, present] = await Promise.all([
    call.store.find(records, {
      index: 'byPublication',
      equals: { publication },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    signedUp(record, call),
    call.store.count(records, { index: 'byPresence', equals: { publication, present: true }, atMost: mostPlaces }),
  ])
  await auditView(call, { action: 'sign-ups.view', subject: publication, union })
  return succeed({
    title: record.title,
    day: record.activity.day,
    signedUp: many,
    present,
    ...(record.attended === undefined ? {} : { attended: record.attended }),
    rows: await Promise.all(page.documents.map((signUp) => rowOf(signUp, call))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf({ person, present }: SignUpRecord, call: Pick<Call<unknown>, 'store' | 'sealer'>) {
  const member = await call.store.get(memberships, person)
  const { name } = member === undefined ? { name: '' } : rosterOf(member, call)
  return { person, name, unitName: member?.unitName ?? '', present: present === true }
}

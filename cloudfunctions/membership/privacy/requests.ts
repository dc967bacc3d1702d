import { membership as contract } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { workingDaysLeft } from '../../../shared/membership/due'
import { educationName, householdName } from '../../../shared/membership/labels'
import { Education, Household } from '../../../shared/membership/joining'
import { dataRequests, RequestSecrets, type DataRequestRecord } from '../../_kernel/records/data-requests'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { rosterOf } from '../../_kernel/roster'

const pageSize = 50

/** 待办的个人信息请求: with what stands on the roster now beside what should stand there. What came up from below stands before the first of the union’s own. */
export const requests = implement(contract.procedures.requests, async (call) => {
  const { union, cursor } = call.input
  const [raised, own] = await Promise.all([
    cursor === undefined ? raisedTo(union, call) : [],
    call.store.find(dataRequests, {
      index: 'byUnion',
      equals: { union, state: 'open' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  ])
  return succeed({
    rows: [
      ...(await Promise.all(raised.map(async (one) => ({ ...(await rowOf(one, call)), from: one.unionName })))),
      ...(await Promise.all(own.documents.map((one) => rowOf(one, call)))),
    ],
    ...(own.cursor === undefined ? {} : { cursor: own.cursor }),
  })
})

async function raisedTo(union: UnionId, { store }: Pick<Call<unknown>, 'store'>) {
  const page = await store.find(dataRequests, {
    index: 'byRaised',
    equals: { raisedTo: union, state: 'open' },
    limit: pageSize,
  })
  return page.documents
}

async function rowOf(request: DataRequestRecord, call: Pick<Call<unknown>, 'store' | 'sealer' | 'today'>) {
  const { _id, kind, field, askedAt, dueOn, person } = request
  const place = { collection: dataRequests.name, id: _id, field: 'secrets' }
  const { name, should } = openJson(call.sealer, place, RequestSecrets, request.secrets)
  const now = await asItStands(request, call)
  return {
    request: _id,
    kind,
    name,
    askedAt,
    dueOn,
    workingDaysLeft: workingDaysLeft(call.today, dueOn),
    ...(field === undefined ? {} : { field }),
    ...(person === undefined ? {} : { person }),
    ...(now === undefined ? {} : { now }),
    ...(should === undefined ? {} : { should: inWords(field, should) }),
  }
}

async function asItStands({ person: id, field }: DataRequestRecord, call: Pick<Call<unknown>, 'store' | 'sealer'>) {
  if (id === undefined || field === undefined || field === 'other') return undefined
  const [membership, person] = await Promise.all([call.store.get(memberships, id), call.store.get(persons, id)])
  if (membership === undefined || person === undefined) return undefined
  const { name, mobile } = rosterOf(membership, call)
  return {
    name,
    mobile,
    education: educationName[person.education],
    household: householdName[person.household],
  }[field]
}

function inWords(field: DataRequestRecord['field'], should: string): string {
  if (field === 'education') return educationName[Education.parse(should)]
  if (field === 'household') return householdName[Household.parse(should)]
  return should
}

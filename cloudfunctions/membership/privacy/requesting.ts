import type { PersonId, UnionId } from '../../../shared/core/ids'
import { requestWorkingDays, type CorrectedField, type RequestKind } from '../../../shared/membership/data-request'
import { dueOn } from '../../../shared/membership/due'
import { dataRequests, type DataRequestRecord, type RequestSecrets } from '../../_kernel/records/data-requests'
import { unions } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { secretsOf } from '../applicant'
import { rosterOf } from '../../_kernel/roster'
import type { Myself } from './me'

/** Which union keeps what is on file, under whose name. */
export interface Keeper {
  readonly union: UnionId
  readonly unionName: string
  readonly name: string
  /** The person, or the application where nobody is a member yet. */
  readonly subject: string
  readonly person?: PersonId
}

export async function keeperOf(
  { membership, applications }: Myself,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<Keeper | undefined> {
  if (membership !== undefined) {
    const { _id: person, union } = membership
    const unionName = (await call.store.get(unions, union))?.name ?? ''
    return { union, unionName, person, subject: person, name: rosterOf(membership, call).name }
  }
  const [latest] = applications
  if (latest === undefined) return undefined
  const { union, unionName, _id: subject } = latest
  return { union, unionName, subject, name: secretsOf(latest, call).name }
}

/** Whether the same is already being worked on. */
export async function openRequest(
  wanted: { readonly kind: RequestKind; readonly field?: CorrectedField },
  call: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<boolean> {
  const { documents } = await call.store.find(dataRequests, {
    index: 'byAccount',
    equals: { account: call.account },
    order: 'descending',
    limit: 100,
  })
  return documents.some(({ state, kind, field }) => state === 'open' && kind === wanted.kind && field === wanted.field)
}

export function newRequest(
  asked: {
    readonly kind: RequestKind
    readonly keeper: Keeper
    readonly field?: CorrectedField
    readonly should?: string
  },
  call: Pick<Call<unknown>, 'account' | 'now' | 'today' | 'random' | 'sealer'>,
): DataRequestRecord {
  const { kind, keeper, field, should } = asked
  const id = call.random.id()
  const secrets: RequestSecrets = { name: keeper.name, ...(should === undefined ? {} : { should }) }
  return {
    _id: id,
    account: call.account,
    ...(keeper.person === undefined ? {} : { person: keeper.person }),
    union: keeper.union,
    unionName: keeper.unionName,
    kind,
    ...(field === undefined ? {} : { field }),
    secrets: sealJson(call.sealer, { collection: dataRequests.name, id, field: 'secrets' }, secrets),
    state: 'open',
    askedAt: call.now,
    dueOn: dueOn(call.today, requestWorkingDays),
  }
}

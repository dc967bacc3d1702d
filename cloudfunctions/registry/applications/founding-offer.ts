import type { HandedCode } from '../../../shared/core/ids'
import { HandedCode as Code } from '../../../shared/core/ids'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { auditing } from '../../_kernel/audit'
import { putDocument } from '../../_kernel/documents'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { spendQuota } from '../../_kernel/quota'
import { unions, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import {
  foundingOffers,
  unionApplications,
  type FoundingOfferRecord,
  type UnionApplicationRecord,
} from '../../_kernel/records/union-applications'
import type { Runtime } from '../../_kernel/runtime'
import { implement, type Call } from '../../_kernel/serve'
import { unitNow } from '../../_kernel/units'
import { bodyOf } from '../../_kernel/unions/applications'
import { withinReach } from '../founding/within-reach'

const livesMs = 60 * 24 * 60 * 60 * 1000

export function offerId(code: HandedCode, { indexer }: Pick<Runtime, 'indexer'>): string {
  return indexer.lockId(`founding:${code}`)
}

/** 邀请筹备组: the code decides nothing; what it brings is looked at with its papers. */
export const inviteFounding = implement(registry.procedures.inviteFounding, async (call) => {
  const { union: upper, unit: named } = call.input
  const unit = await unitNow(named, call.store)
  if (unit === undefined) return refuse('UNIT_UNKNOWN', { field: 'unit' })
  const above = await call.store.get(unions, upper)
  if (above?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const reach = await withinReach(above, [unit], call.store, 'unit')
  if (!reach.ok) return reach
  const own = unit.union === undefined ? undefined : await call.store.get(unions, unit.union)
  if (own?.status === 'active') return refuse('ALREADY_FOUNDED', { field: 'unit' })
  const code = Code.parse(call.random.id())
  const _id = offerId(code, call)
  const expiresAt = isoTime(Date.parse(call.now) + livesMs)
  const audit = auditing(call, { action: 'founding.invite', subject: unit._id, union: upper })
  return call.act(async (tx) => {
    if ((await tx.get(unions, upper))?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    await tx.insert(foundingOffers, { _id, upper, unit: unit._id, by: call.account, expiresAt })
    await audit(tx)
    return succeed({ code, link: call.handedLink('founding', code), expiresAt })
  })
})

export interface Offered {
  readonly offer: FoundingOfferRecord
  readonly upper: UnionRecord
  readonly unit: UnitRecord
  readonly application: UnionApplicationRecord | undefined
}

/** What a code offers to this account: nothing where it is over, or somebody else has applied with it. */
export async function offeredTo(
  code: HandedCode,
  call: Pick<Call<unknown>, 'store' | 'indexer' | 'account' | 'now' | 'today'>,
): Promise<Outcome<Offered, 'FOUNDING_OFFER_GONE' | 'TOO_MANY'>> {
  const offer = await call.store.get(foundingOffers, offerId(code, call))
  const theirs = offer === undefined || (offer.account !== undefined && offer.account !== call.account)
  if (theirs || offer.expiresAt <= call.now) {
    const spent = await spendQuota('code', code, call)
    return spent.ok ? refuse('FOUNDING_OFFER_GONE') : spent
  }
  const [upper, unit, application] = await Promise.all([
    call.store.get(unions, offer.upper),
    unitNow(offer.unit, call.store),
    offer.application === undefined ? undefined : call.store.get(unionApplications, offer.application),
  ])
  return upper === undefined || unit === undefined
    ? refuse('FOUNDING_OFFER_GONE')
    : succeed({ offer, upper, unit, application })
}

/** 看建会邀请, and what became of the application. */
export const foundingOffer = implement(registry.procedures.foundingOffer, async (call) => {
  const offered = await offeredTo(call.input.code, call)
  if (!offered.ok) return offered
  const { upper, unit, application } = offered.data
  const { values } = await policyOfUnion(upper, call)
  const body = application === undefined ? undefined : bodyOf(application, call)
  return succeed({
    upperName: upper.name,
    unitName: unit.name,
    place: unit.place,
    termYears: [...values.termYears],
    ...(application === undefined || body?.kind !== 'founding'
      ? {}
      : {
          application: {
            state: application.state,
            body,
            ...(application.returned === undefined ? {} : { returned: application.returned }),
            ...(application.reply === undefined ? {} : { reply: application.reply }),
          },
        }),
  })
})

/** 上传材料. What is not sent within a day is swept. */
export const putFoundingPaper = implement(registry.procedures.putFoundingPaper, async (call) => {
  const offered = await offeredTo(call.input.code, call)
  if (!offered.ok) return offered
  const spent = await spendQuota('picture', call.indexer.lockId(`picture:${call.input.picture}`), call)
  if (!spent.ok) return spent
  const stored = await putDocument(call.input.picture, call)
  if (!stored.ok) return stored
  const { upper, offer } = offered.data
  const audit = auditing(call, { action: 'paper.put', subject: offer._id, union: upper._id })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ file: stored.data })
  })
})

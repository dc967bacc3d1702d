import type { z } from 'zod'
import type { InvitationView, UnitHit } from '../../../shared/contract/registry'
import type { IsoDate } from '../../../shared/core/time'
import { isOpen } from '../../../shared/membership/application'
import type { JoinDraft } from '../../../shared/membership/joining'
import type { NamedUnit, Origin } from './answers'
import { fromDraft, isWorthKeeping } from './draft'
import { mendFlow, startFromEarlier, type EarlierApplication } from './earlier'
import { newFlow, type Flow } from './flow'

/** 扫到的邀请. `near`: the union's place is a street or smaller, so that somebody without a unit may be routed from it. */
export type Invitation = z.infer<typeof InvitationView> & { readonly near: boolean }

/** What is known when the page opens. */
export interface Arrival {
  readonly today: IsoDate
  readonly invitation?: Invitation | undefined
  readonly draft?: JoinDraft | undefined
  /** The latest application, or the one to be mended. */
  readonly earlier?: EarlierApplication | undefined
  /** The union that somebody belongs to already. */
  readonly memberOf?: string | undefined
  /** Came to mend `earlier` (修改后重新提交). */
  readonly mend: boolean
  /** Came to go on with the draft (接着填). */
  readonly resume: boolean
}

export type Entry =
  /** `fresh` where a draft was taken up without asking: what 重新填 begins with. */
  | { readonly kind: 'flow'; readonly flow: Flow; readonly fresh?: Flow }
  /** Something was left half-way: 接着填 or 重新填. */
  | { readonly kind: 'offer'; readonly left: Flow; readonly fresh: Flow }
  /** 已是会员: not joining, but moving to where the poster hangs. */
  | { readonly kind: 'member'; readonly unionName: string; readonly scanned: Invitation | undefined }
  /** Nothing to fill in: an application is under way, or the one to be mended is closed. */
  | { readonly kind: 'application'; readonly application: EarlierApplication }

/** 从哪一步开始: nothing for a member; else mending first, then an open application, then a draft, then what earlier applications tell. */
export function enter({ today, invitation, draft, earlier, memberOf, mend, resume }: Arrival): Entry {
  if (memberOf !== undefined) return { kind: 'member', unionName: memberOf, scanned: invitation }
  const read = draft === undefined ? undefined : fromDraft(draft, today)
  const mends = mend || (resume && read?.mends !== undefined)
  if (earlier !== undefined && mends) {
    const drafted = read?.mends === earlier.application ? read.flow : undefined
    const flow = mendFlow(today, earlier, drafted)
    if (flow === undefined) return { kind: 'application', application: earlier }
    const fresh = drafted === undefined ? undefined : mendFlow(today, earlier, undefined)
    return { kind: 'flow', flow, ...(fresh === undefined ? {} : { fresh }) }
  }
  if (earlier !== undefined && isOpen(earlier.state)) return { kind: 'application', application: earlier }

  const left = read !== undefined && read.mends === undefined && isWorthKeeping(read.flow) ? read.flow : undefined
  const start = newFlow(today, invitation === undefined ? { kind: 'none' } : originOf(invitation))
  if (left === undefined)
    return { kind: 'flow', flow: earlier === undefined ? start : startFromEarlier(start, earlier) }
  if (invitation !== undefined) return scannedAgain(left, start)
  return resume ? { kind: 'flow', flow: left, fresh: start } : { kind: 'offer', left, fresh: start }
}

/** The same poster goes on where it was left; another one asks about work anew and keeps who the person is. */
function scannedAgain(left: Flow, start: Flow): Entry {
  if (
    left.origin.kind === 'invitation' &&
    start.origin.kind === 'invitation' &&
    left.origin.scene === start.origin.scene
  ) {
    return { kind: 'flow', flow: left, fresh: start }
  }
  const { identity, education, household, elsewhere, retired } = left.answers
  return {
    kind: 'flow',
    flow: newFlow(start.today, start.origin, { units: {}, identity, education, household, elsewhere, retired }),
  }
}

/**
 * 海报说了什么. A unit's poster tells the unit; only a union's own poster tells where, and in which trade, somebody works who has no unit: a rider may
 * well scan the poster of a factory to which they deliver.
 */
export function originOf({ scene, union, unit, region, industry, near }: Invitation): Origin {
  const ownPoster = unit === undefined
  return {
    kind: 'invitation',
    scene,
    union: union.id,
    unionName: union.name,
    ...(unit === undefined ? {} : { unit: namedUnit(unit) }),
    ...(ownPoster && near && region !== undefined ? { place: { region: region.id, name: region.name } } : {}),
    ...(ownPoster && industry !== undefined ? { industry } : {}),
  }
}

/** A unit of the registry, as the answers keep it. */
export function namedUnit({
  unit,
  name,
  unitKind,
  region,
  place,
  industry,
  agency,
}: z.infer<typeof UnitHit>): NamedUnit {
  return {
    reference: { kind: 'listed', unit },
    name,
    unitKind,
    region,
    place,
    agency,
    ...(industry === undefined ? {} : { industry }),
  }
}

import { z } from 'zod'
import { IsoDate } from '../core/time'
import { unreachable } from '../core/unreachable'
import { PersonalDetails } from '../membership/joining'
import { CommitteeKind, foundedTogether, termEnd } from './committees'
import { foundableAlone } from './founding'

/** 向上级的申请 (ORG-11; 003 二(四): 建会、换届和撤销审批): what a unit or a union asks the union above for. */
export const UnionApplicationKind = z.enum(['founding', 're-election', 'by-election', 'dissolution'])
export type UnionApplicationKind = z.infer<typeof UnionApplicationKind>

/** A returned one is sent again as it was mended; an approved one stays as it was decided. */
export const UnionApplicationState = z.enum(['submitted', 'returned', 'approved'])
export type UnionApplicationState = z.infer<typeof UnionApplicationState>

type Command = 'send-again' | 'approve' | 'return'
export type NextApplication = { readonly to: UnionApplicationState } | { readonly refuse: 'APPLICATION_CHANGED' }

const changed = { refuse: 'APPLICATION_CHANGED' } as const
const to = (state: UnionApplicationState) => ({ to: state }) as const

export const unionApplicationMachine = {
  submitted: { approve: to('approved'), return: to('returned'), 'send-again': changed },
  returned: { approve: changed, return: changed, 'send-again': to('submitted') },
  approved: { approve: changed, return: changed, 'send-again': changed },
} as const satisfies Readonly<Record<UnionApplicationState, Readonly<Record<Command, NextApplication>>>>

export function advanceApplication(state: UnionApplicationState, command: Command): NextApplication {
  return unionApplicationMachine[state][command]
}

const PersonName = z.string().trim().min(2, '请填写姓名').max(40, '姓名太长')

/** 选出的委员会: how many seats, and who leads it; one seat is a single 委员 or 监督员. */
const Elected = z.strictObject({
  kind: CommitteeKind,
  seats: z.number().int().min(1, '至少 1 人').max(99, '最多 99 人'),
  chair: PersonName,
})
export type Elected = z.infer<typeof Elected>

/** 主席、副主席, who get their offices with the approval. */
export const Post = z.strictObject({
  role: z.enum(['chair', 'deputy']),
  name: PersonName,
  mobile: z.string().trim().max(30),
})
export type Post = z.infer<typeof Post>

/** 首批会员: entered with the founding (003 二(六)); the letter that they signed is one of the papers. */
export const Founder = z.strictObject({
  name: PersonName,
  number: z.string().trim().max(30),
  mobile: z.string().trim().max(30),
  ...PersonalDetails.shape,
})
export type Founder = z.infer<typeof Founder>

const election = {
  /** When the congress met. */
  heldOn: IsoDate,
  elected: z.array(Elected).min(1).max(4),
  posts: z.array(Post).max(4),
  /** Somebody who runs the unit, a partner, or a near relative of theirs is on the committee (工会法 §10). */
  relatives: z.boolean(),
}
const TermYears = z.number().int().min(1).max(10)

/** 申请建会, from a unit. */
export const FoundingBody = z.strictObject({
  kind: z.literal('founding'),
  name: z.string().trim().min(4, '请写工会全称').max(60, '最多 60 个字'),
  type: z.enum(foundableAlone),
  termYears: TermYears,
  founders: z.array(Founder).max(50, '最多 50 人，其余的建会后导入'),
  /** Their letter says in words of its own that numbers of documents may be used (PIPL §29). */
  sensitiveAgreed: z.boolean(),
  ...election,
})
export type FoundingBody = z.infer<typeof FoundingBody>

const ReElectionBody = z.strictObject({ kind: z.literal('re-election'), termYears: TermYears, ...election })
const ByElectionBody = z.strictObject({ kind: z.literal('by-election'), ...election })
const DissolutionBody = z.strictObject({
  kind: z.literal('dissolution'),
  heldOn: IsoDate,
  employment: z.enum(['goes-on', 'ended']),
  reason: z.string().trim().min(2, '请写一句原因').max(200, '最多 200 个字'),
})

/** 申请换届、补选、撤销, from a union. */
export const UpwardBody = z.discriminatedUnion('kind', [ReElectionBody, ByElectionBody, DissolutionBody])
export type UpwardBody = z.infer<typeof UpwardBody>

export const UnionApplicationBody = z.discriminatedUnion('kind', [
  FoundingBody,
  ReElectionBody,
  ByElectionBody,
  DissolutionBody,
])
export type UnionApplicationBody = z.infer<typeof UnionApplicationBody>
export type ElectionBody = Exclude<UnionApplicationBody, { kind: 'dissolution' }>

/** 材料 (001 一类 组织1): the report and the resolution; the reply is what approval makes. First members have signed the letter of 003 附件2. */
export const applicationPapers = ['report', 'resolution', 'letter'] as const
export type ApplicationPaperKind = (typeof applicationPapers)[number]

export function papersNeeded(body: {
  readonly kind: UnionApplicationKind
  readonly founders?: readonly unknown[]
}): readonly ApplicationPaperKind[] {
  const letter = body.kind === 'founding' && (body.founders ?? []).length > 0
  return letter ? applicationPapers : ['report', 'resolution']
}

/** 不再记名: what remains of an application when nobody needs the numbers and phones in it any more. Who was elected stays. */
export function withoutNumbers(body: UnionApplicationBody): UnionApplicationBody {
  switch (body.kind) {
    case 'founding':
      return { ...body, founders: [], posts: body.posts.map((post) => ({ ...post, mobile: '' })) }
    case 're-election':
    case 'by-election':
      return { ...body, posts: body.posts.map((post) => ({ ...post, mobile: '' })) }
    case 'dissolution':
      return body
    default:
      return unreachable(body)
  }
}

export type BodyRefusal =
  'CONSENT_MISSING' | 'COMMITTEE_MISSING' | 'CHAIR_MISSING' | 'TERM_YEARS_INVALID' | 'DAY_INVALID'

/**
 * 申请齐不齐. A1 nothing was elected after today; A2 a founding and a re-election elect the committees that are founded together, each once; A3 they name one chair, and a by-election no second one; A4 the
 * term is one of those that the region allows, and runs on after today; A5 whoever is entered with the founding agreed to it in words.
 */
export function judgeBody(
  body: UnionApplicationBody,
  { today, termYears }: { readonly today: IsoDate; readonly termYears: readonly number[] },
): BodyRefusal | undefined {
  if (body.heldOn > today) return 'DAY_INVALID'
  if (body.kind === 'dissolution') return undefined
  const kinds = body.elected.map(({ kind }) => kind)
  if (new Set(kinds).size !== kinds.length) return 'COMMITTEE_MISSING'
  const chairs = body.posts.filter(({ role }) => role === 'chair').length
  if (body.kind === 'by-election') return chairs > 1 ? 'CHAIR_MISSING' : undefined
  if (foundedTogether.some((kind) => !kinds.includes(kind))) return 'COMMITTEE_MISSING'
  if (chairs !== 1) return 'CHAIR_MISSING'
  if (body.kind === 'founding' && body.founders.length > 0 && !body.sensitiveAgreed) return 'CONSENT_MISSING'
  if (!termYears.includes(body.termYears)) return 'TERM_YEARS_INVALID'
  return termEnd(body.heldOn, body.termYears) > today ? undefined : 'DAY_INVALID'
}

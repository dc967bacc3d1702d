import type { FileId, UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { refuse, succeed, type Refusal } from '../../../shared/core/outcome'
import { dueOn } from '../../../shared/membership/due'
import { comesFromOutside } from '../../../shared/membership/routing-standing'
import type { Elsewhere, JoinForm, UnionChoice } from '../../../shared/membership/joining'
import { privacyNotice } from '../../../shared/policy/privacy'
import type { Policy } from '../../../shared/policy/resolve'
import { openQuota, type Quota } from '../../_kernel/quota'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import { readingOnce } from '../../_kernel/store/reading-once'
import { assess, choosable, type Assessment, type UnionLabel } from './assess'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { identify, type Identity } from './identify'
import { reviewerOf } from './reviewer'
import { readSituation, type KnownSituation } from './situation'
import { judgeElsewhere } from './elsewhere'
import { lookUpStanding, withElsewhere, withoutOwnReturned } from './standing'

/** 受理: a form that may be sent, with all that the server found out about it. */
export interface Accepted {
  readonly form: JoinForm
  readonly identity: Identity
  readonly known: KnownSituation
  readonly assessment: Assessment
  readonly union: UnionRecord
  readonly undecided: boolean
  readonly intent: 'join' | 'resume'
  /** What they told of a membership outside this system; nothing where one is on file here. */
  readonly elsewhere: Elsewhere | undefined
  readonly unionPolicy: Policy
  readonly mobileVerified: boolean
  readonly dueOn: IsoDate
  /** Counts the number, in the transaction that keeps the application. */
  readonly quota: Quota
}

type Code =
  | 'IDENTITY_INVALID'
  | 'MOBILE_INVALID'
  | 'UNIT_UNKNOWN'
  | 'REGION_UNKNOWN'
  | 'NEED_INFO'
  | 'UNION_NOT_OFFERED'
  | 'PERSON_UNDER_AGE'
  | 'NOT_ELIGIBLE'
  | 'ALREADY_ON_FILE'
  | 'APPLICATION_OPEN'
  | 'LETTER_OUTDATED'
  | 'SIGNATURE_MISSING'
  | 'UNION_NOT_ACTIVE'
  | 'TOO_MANY'
  | 'DAY_INVALID'
  | 'DOCUMENT_MISSING'
  | 'DOCUMENT_INVALID'

/** Judges a form as if no page had checked anything: number, quota, standing, route, choice, letter, signature, in this order. */
export async function acceptForm(
  form: JoinForm,
  call: Call<unknown>,
): Promise<{ ok: true; data: Accepted } | Refusal<Code>> {
  const identified = identify(form.identity, call)
  if (!identified.ok) return identified
  const quota = await openQuota('number', identified.data.locks[0], call)
  if (!quota.ok) return quota
  const judged = await judgeForm(form, identified.data, { ...call, store: readingOnce(call.store) })
  if (judged.ok) return succeed({ ...judged.data, quota: quota.data })
  const spent = await quota.data.spend()
  return spent.ok ? judged : spent
}

async function judgeForm(
  form: JoinForm,
  identity: Identity,
  call: Call<unknown>,
): Promise<{ ok: true; data: Omit<Accepted, 'quota'> } | Refusal<Code>> {
  const read = await readSituation(form.situation, call.store)
  if (!read.ok) return read

  const found = await lookUpStanding(identity, call)
  const standing = withElsewhere(await withoutOwnReturned(found.shown, call), form.elsewhere !== undefined)
  const assessment = await assess(read.data, { age: identity.age, retired: form.retired, standing }, call)

  const target = await targetOf(form.choice, assessment, () => reviewerOf(assessment, read.data.place, call.store))
  if (!target.ok) return target
  const union = await call.store.get(unions, target.data)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE', { field: 'choice' })

  const unionPolicy = await policyOfUnion(union, call)
  const consent = judgeConsent(form, unionPolicy)
  if (consent !== undefined) return consent
  const intent = assessment.result.action === 'RESUME_TRANSFER' ? ('resume' as const) : ('join' as const)
  const elsewhere = intent === 'join' ? form.elsewhere : undefined
  const unfit = elsewhere === undefined ? undefined : await judgeElsewhere(elsewhere, unionPolicy, call)
  if (unfit !== undefined) return unfit
  return succeed({
    form: { ...form, situation: read.data.situation },
    identity,
    known: read.data,
    assessment,
    union,
    undecided: form.choice.kind !== 'offered',
    intent,
    elsewhere,
    unionPolicy,
    mobileVerified: found.verifiedMobile === identity.mobile,
    dueOn: dueOn(call.today, unionPolicy.values.approvalWorkingDays),
  })
}

async function targetOf(
  choice: UnionChoice,
  assessment: Assessment,
  findReviewer: () => Promise<UnionLabel | undefined>,
): Promise<{ ok: true; data: UnionId } | Refusal<Code>> {
  const { result } = assessment
  switch (result.action) {
    case 'REJECT':
      return refuse(result.rules.includes('R01') ? 'PERSON_UNDER_AGE' : 'NOT_ELIGIBLE', { field: 'identity.number' })
    case 'KEEP':
    case 'RETAIN':
      return refuse('ALREADY_ON_FILE')
    case 'TRANSFER':
      if (comesFromOutside(result)) break
      return refuse('ALREADY_ON_FILE')
    case 'BLOCK_DUPLICATE':
    case 'REROUTE':
      return refuse('APPLICATION_OPEN')
    case 'NEED_INFO':
      return refuse('NEED_INFO', { field: 'situation' })
    case 'JOIN':
    case 'CHOOSE':
    case 'RESUME_TRANSFER':
    case 'MANUAL_REVIEW':
      break
  }
  if (choice.kind !== 'offered') {
    const mayAsk = choice.kind === 'objection' || result.action === 'MANUAL_REVIEW'
    const reviewer = mayAsk ? await findReviewer() : undefined
    return reviewer === undefined ? refuse('UNION_NOT_OFFERED', { field: 'choice' }) : succeed(reviewer.union)
  }
  const chosen = choosable(assessment).find(({ union }) => union === choice.union)
  return chosen === undefined ? refuse('UNION_NOT_OFFERED', { field: 'choice' }) : succeed(chosen.union)
}

function judgeConsent({ consent }: JoinForm, policy: Policy): Refusal<Code> | undefined {
  if (consent.letterVersion !== policy.values.letter.version || consent.privacyVersion !== privacyNotice.version)
    return refuse('LETTER_OUTDATED', { field: 'consent' })
  if (policy.values.letterConsent === 'signature' && consent.signature === undefined)
    return refuse('SIGNATURE_MISSING', { field: 'consent.signature' })
  return undefined
}

/** The signature goes to the file port before the transaction; one that no application refers to is swept. */
export async function keepSignature(
  { form }: Accepted,
  call: Call<unknown>,
): Promise<{ ok: true; data: { signature?: FileId } } | Refusal<'SIGNATURE_INVALID'>> {
  if (form.consent.signature === undefined) return succeed({})
  const bytes = new TextEncoder().encode(JSON.stringify(form.consent.signature))
  const stored = await call.files.put({ kind: 'signature', bytes, owner: call.account })
  return stored.ok ? succeed({ signature: stored.id }) : refuse('SIGNATURE_INVALID', { field: 'consent.signature' })
}

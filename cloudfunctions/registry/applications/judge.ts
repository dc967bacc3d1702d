import type { FileId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import {
  judgeBody,
  papersNeeded,
  type ApplicationPaperKind,
  type BodyRefusal,
  type UnionApplicationBody,
} from '../../../shared/org/union-application'
import type { Policy } from '../../../shared/policy/resolve'
import { fileUses } from '../../_kernel/records/file-uses'
import type { Call } from '../../_kernel/serve'

export type Papers = readonly { readonly paper: ApplicationPaperKind; readonly file: FileId }[]
type Code = BodyRefusal | 'MOBILE_INVALID' | 'IDENTITY_INVALID' | 'DOCUMENT_MISSING'

const fieldOf: Readonly<Record<BodyRefusal, string>> = {
  CONSENT_MISSING: 'body.sensitiveAgreed',
  COMMITTEE_MISSING: 'body.elected',
  CHAIR_MISSING: 'body.posts',
  TERM_YEARS_INVALID: 'body.termYears',
  DAY_INVALID: 'body.heldOn',
}

/** 申请对不对: what the rule says, every phone and number read as it will be written, and every paper a picture that no other record keeps. */
export async function judgeApplication(
  body: UnionApplicationBody,
  papers: Papers,
  policy: Policy,
  {
    kept,
    call,
  }: { readonly kept: string | undefined; readonly call: Pick<Call<unknown>, 'today' | 'files' | 'store'> },
): Promise<Outcome<UnionApplicationBody, Code>> {
  const wrong = judgeBody(body, { today: call.today, termYears: policy.values.termYears })
  if (wrong === 'DAY_INVALID') return refuse(wrong, { field: fieldOf[wrong], message: '开会的日期不能晚于今天。' })
  if (wrong === 'CONSENT_MISSING')
    return refuse(wrong, { field: fieldOf[wrong], message: '请确认入会申请书上写明同意使用证件号码。' })
  if (wrong !== undefined) return refuse(wrong, { field: fieldOf[wrong] })
  const read = readNumbers(body, call)
  if (!read.ok) return read
  for (const needed of papersNeeded(body)) {
    const file = papers.find(({ paper }) => paper === needed)?.file
    if (file === undefined) return refuse('DOCUMENT_MISSING', { field: `papers.${needed}` })
  }
  for (const { file } of papers) {
    const [stored, use] = [await call.files.get(file), await call.store.get(fileUses, file)]
    const others = use !== undefined && use.record !== kept
    if (stored === undefined || !stored.kind.startsWith('image/') || others)
      return refuse('DOCUMENT_MISSING', { field: 'papers', message: '材料的照片过期了，请重新拍。' })
  }
  return read
}

function readNumbers(
  body: UnionApplicationBody,
  { today }: Pick<Call<unknown>, 'today'>,
): Outcome<UnionApplicationBody, 'MOBILE_INVALID' | 'IDENTITY_INVALID'> {
  if (body.kind === 'dissolution') return succeed(body)
  const posts: typeof body.posts = []
  for (const [at, post] of body.posts.entries()) {
    const mobile = parseMobile(post.mobile)
    if (!mobile.ok)
      return refuse('MOBILE_INVALID', { field: `body.posts.${at}.mobile`, message: `${post.name}：${mobile.message}` })
    const same = posts.find((other) => other.mobile === mobile.normalised)
    if (same !== undefined)
      return refuse('MOBILE_INVALID', {
        field: `body.posts.${at}.mobile`,
        message: `${post.name}和${same.name}的手机号一样，请核对。`,
      })
    posts.push({ ...post, mobile: mobile.normalised })
  }
  if (body.kind !== 'founding') return succeed({ ...body, posts })
  const founders: typeof body.founders = []
  for (const [at, founder] of body.founders.entries()) {
    const field = `body.founders.${at}`
    const [number, mobile] = [parsePersonId(founder.number, today, 'resident'), parseMobile(founder.mobile)]
    if (!number.ok)
      return refuse('IDENTITY_INVALID', { field: `${field}.number`, message: `${founder.name}：${number.message}` })
    if (!mobile.ok)
      return refuse('MOBILE_INVALID', { field: `${field}.mobile`, message: `${founder.name}：${mobile.message}` })
    founders.push({ ...founder, number: number.normalised, mobile: mobile.normalised })
  }
  return succeed({ ...body, posts, founders })
}

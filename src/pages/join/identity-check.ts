import { IsoDate, yearsBetween } from '../../../shared/core/time'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import { mayBeRetired } from '../../../shared/membership/retirement'
import { documentName } from '../../../shared/membership/labels'
import type { IdentityAnswers } from '../../../shared/membership/joining'
import type { Answers, TypedIdentity } from './answers'

export type IdentityField = 'name' | 'number' | 'nationality' | 'birth' | 'sex' | 'mobile'

/** What the number tells, what has still to be asked, and what is wrong where. */
export interface IdentityCheck {
  /** The number itself is right, whatever else is missing. */
  readonly numberRight: boolean
  readonly birth: IsoDate | undefined
  readonly sex: 'male' | 'female' | undefined
  readonly masked: string | undefined
  /** What the document is called, found from the number. */
  readonly documentName: string | undefined
  readonly asks: ReadonlySet<'nationality' | 'birth' | 'sex'>
  readonly errors: Readonly<Partial<Record<IdentityField, string>>>
}

/** 核对身份: the same parser as the server's, so that a slip shows at the field and not after sending. */
export function checkIdentity(typed: TypedIdentity, today: IsoDate): IdentityCheck {
  const id = parsePersonId(typed.number, today, typed.document)
  const mobile = parseMobile(typed.mobile)
  const asks = new Set<'nationality' | 'birth' | 'sex'>()
  if (id.ok && id.nationality === undefined) asks.add('nationality')
  if (id.ok && id.birth === undefined) asks.add('birth')
  if (id.ok && id.sex === undefined) asks.add('sex')
  const birth = id.ok ? (id.birth ?? birthTyped(typed, today)) : undefined
  const errors: Partial<Record<IdentityField, string>> = {}

  const name = typed.name.trim()
  if (name === '') errors.name = '请写姓名，和证件上的一样'
  else if (name.length > 50) errors.name = '姓名最多 50 个字'
  else if (/\p{Nd}/u.test(name)) errors.name = '姓名里不会有数字，请照证件上的写'
  if (typed.number.trim() === '') errors.number = '请写证件号码'
  else if (!id.ok) errors.number = id.message
  else if (typed.number.trim().length > 40) errors.number = '号码里空格太多了，请去掉空格'
  if (asks.has('nationality') && !/^[A-Z]{3}$/.test(typed.nationality ?? '')) errors.nationality = '请选国籍'
  if (asks.has('birth') && birth === undefined) errors.birth = '请选出生日期，和证件上的一样'
  if (asks.has('sex') && typed.sex === undefined) errors.sex = '请选性别'
  if (typed.mobile.trim() === '') errors.mobile = '请写手机号，工会用它联系您'
  else if (!mobile.ok) errors.mobile = mobile.message
  else if (typed.mobile.trim().length > 30) errors.mobile = '手机号里空格太多了，请去掉空格'

  return {
    numberRight: id.ok,
    birth,
    sex: id.ok ? (id.sex ?? typed.sex) : undefined,
    masked: id.ok ? id.masked : undefined,
    documentName: id.ok ? documentName[id.kind] : undefined,
    asks,
    errors,
  }
}

/** The identity as it is sent, or undefined while something is wrong. What the number tells is not sent again. */
export function identityToSend(typed: TypedIdentity, today: IsoDate): IdentityAnswers | undefined {
  const { errors, asks, birth } = checkIdentity(typed, today)
  if (Object.keys(errors).length > 0) return undefined
  return {
    name: typed.name.trim(),
    document: typed.document,
    number: typed.number.trim(),
    mobile: typed.mobile.trim(),
    ...(asks.has('nationality') ? { nationality: typed.nationality } : {}),
    ...(asks.has('birth') ? { birth } : {}),
    ...(asks.has('sex') ? { sex: typed.sex } : {}),
  }
}

function birthTyped({ birth }: TypedIdentity, today: IsoDate): IsoDate | undefined {
  const parsed = IsoDate.safeParse(birth)
  return parsed.success && parsed.data >= '1900-01-01' && parsed.data < today ? parsed.data : undefined
}

/** 是否退休: asked only of people whose age allows it. */
export function asksRetired({ identity }: Answers, today: IsoDate): boolean {
  const { birth, sex } = checkIdentity(identity, today)
  return mayBeRetired(birth === undefined ? undefined : yearsBetween(birth, today), sex)
}

/** 户籍类型 where the document tells it: residents of Hong Kong, Macao and Taiwan, and foreigners. */
export function householdOfDocument({ identity }: Answers, today: IsoDate): 'hmt' | 'foreign' | undefined {
  switch (identity.document) {
    case 'hkmacao_permit':
    case 'taiwan_permit':
      return 'hmt'
    case 'passport':
    case 'permanent_resident':
      return 'foreign'
    case 'resident': {
      const id = parsePersonId(identity.number, today, identity.document)
      return id.ok && id.kind === 'hmt18' ? 'hmt' : undefined
    }
  }
}

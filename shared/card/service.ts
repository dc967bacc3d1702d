import { z } from 'zod'
import { shownText } from '../core/shown-text'

/** 服务类别: what a card is good for: 医疗、就业、培训、法律援助、疗休养、困难帮扶、文体、特约商家. */
export const ServiceKind = z.enum([
  'medical',
  'employment',
  'training',
  'legal-aid',
  'recuperation',
  'hardship',
  'culture-sports',
  'merchant',
])
export type ServiceKind = z.infer<typeof ServiceKind>

/** A closed service is listed no more, and its verifier link counts nothing; what it counted stays. */
export const ServiceState = z.enum(['open', 'closed'])
export type ServiceState = z.infer<typeof ServiceState>

/** A mobile number, a land line with its area code, 400, or a short number such as 12351. */
const phoneForm = /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4}|[19]\d{4})$/

/** What people read of a service. */
export const ServiceFacts = z.strictObject({
  kind: ServiceKind,
  name: shownText('请写名称', 40).refine((text) => !text.includes('\n'), '请写在一行'),
  /** What the card gives there. */
  gives: shownText('请写凭会员卡有什么', 200),
  where: shownText('请写地址', 100),
  hours: shownText('请写开放时间', 60).optional(),
  phone: z.string().trim().regex(phoneForm, '请填手机号，或带区号的座机，例如 0532-12345678').optional(),
})
export type ServiceFacts = z.infer<typeof ServiceFacts>

/** So many services a union can have open: a list that a person reads, and one answer. */
export const mostOpenServices = 300

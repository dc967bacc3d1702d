import { z } from 'zod'
import { PersonId, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { MembershipState } from '../membership/life'
import { CommitteeDecision } from './membership-views'
import { officerOf, query, signedIn } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

/** 会员登记表: what is on file, in the order of the paper. Nobody fills it in. Numbers have their middle hidden, as everywhere on a page. */
export const RegistrationForm = z.object({
  unionName: z.string(),
  memberNumber: z.string(),
  name: z.string(),
  sex: z.enum(['male', 'female']).optional(),
  birth: z.string().optional(),
  nationality: z.string(),
  documentName: z.string(),
  maskedNumber: z.string(),
  education: z.string(),
  household: z.string(),
  mobile: z.string(),
  unitName: z.string(),
  employment: z.string(),
  office: z.string(),
  state: MembershipState,
  since: IsoDate,
  /** 本人申请: when they agreed to which letter; absent where a roster brought them. */
  applied: z.object({ agreedAt: IsoTime, letterTitle: z.string(), onPaper: z.boolean() }).optional(),
  committee: CommitteeDecision.optional(),
  approvedBy: z.string().optional(),
  history: z.array(z.object({ at: IsoTime, text: z.string() })),
})
export type RegistrationForm = z.infer<typeof RegistrationForm>

/** 会员登记表 (001 一类 制度(2): the archive holds it and the roster). */
export const formProcedures = {
  memberForm: query({
    summary: 'The registration form of one member of this union, from what is on file',
    access: officerOf(ofUnion, 'roster'),
    answers: 'sealed',
    input: z.strictObject({ union: UnionId, person: PersonId }),
    output: RegistrationForm,
    errors: [],
  }),
  myForm: query({
    summary: 'My own registration form; absent without a membership',
    access: signedIn,
    answers: 'sealed',
    input: z.strictObject({}),
    output: z.object({ form: RegistrationForm.optional() }),
    errors: [],
  }),
} as const

import { z } from 'zod'
import { HandedCode, PersonId, UnionId } from '../core/ids'
import { IsoTime } from '../core/time'
import { IdentityAnswers } from '../membership/joining'
import { command, officerAbove, officerOf, onPhone, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union

/** 绑定: procedures of the membership function by which an account becomes that of a person on file. */
export const bindingProcedures = {
  bindMine: command({
    summary:
      '会员网上认证: ties my account to my record where the phone that WeChat verified is the one on file; every other number gets the same answer',
    access: onPhone,
    input: z.strictObject({ identity: IdentityAnswers.omit({ mobile: true }) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('bound'), unionName: z.string() }),
      z.object({ outcome: z.literal('not-here') }),
    ]),
    errors: ['IDENTITY_INVALID', 'PHONE_FIRST', 'ACCOUNT_TAKEN'],
  }),
  openBinding: command({
    summary: 'In person: a code for a member who stands before this officer, good for ten minutes',
    answers: 'sealed',
    access: officerOf(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId, person: PersonId }),
    output: z.object({ code: HandedCode, link: z.string(), expiresAt: IsoTime }),
    errors: ['MEMBERSHIP_ENDED'],
  }),
  seeBinding: query({
    summary: 'What a binding code is for',
    access: onPhone,
    input: z.strictObject({ code: HandedCode }),
    output: z.object({ unionName: z.string(), maskedName: z.string() }),
    errors: ['BINDING_GONE'],
  }),
  takeBinding: command({
    summary: 'That is me: from now on a second officer has to confirm it',
    access: onPhone,
    input: z.strictObject({ code: HandedCode }),
    output: z.object({ unionName: z.string() }),
    errors: ['BINDING_GONE', 'SECOND_OFFICER', 'ACCOUNT_TAKEN'],
  }),
  bindings: query({
    summary: 'Bindings that wait for a second officer, of this union or (for an officer above) of one below',
    answers: 'sealed',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      rows: z.array(
        z.object({
          binding: z.string(),
          name: z.string(),
          maskedNumber: z.string(),
          openedAt: IsoTime,
          /** The officer who opened it, masked. */
          openedBy: z.string(),
          mayConfirm: z.boolean(),
        }),
      ),
    }),
    errors: [],
  }),
  settleBinding: command({
    summary: 'The second officer: it is them, or it is not',
    access: officerAbove(ofUnion, 'roster'),
    input: z.strictObject({
      union: UnionId,
      binding: z.string().min(1).max(64),
      verdict: z.enum(['confirm', 'decline']),
    }),
    output: z.object({}),
    errors: ['BINDING_GONE', 'SECOND_OFFICER', 'ACCOUNT_TAKEN'],
  }),
} as const

import { z } from 'zod'
import { UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { command, signedIn } from './procedure'

const OfficerKey = z.string().min(1).max(140)

/** 请假、代行、移交: what an officer does with an office of their own. */
export const officeProcedures = {
  takeLeave: command({
    summary: '请假: my office rests between two days, and a colleague of the same union acts for me',
    access: signedIn,
    input: z.strictObject({ union: UnionId, from: IsoDate, until: IsoDate, deputy: OfficerKey }),
    output: z.object({}),
    errors: ['OFFICER_UNKNOWN', 'LEAVE_INVALID', 'DEPUTY_INVALID'],
  }),
  endLeave: command({
    summary: '销假: I am back, or do not go; the colleague acts for me no more',
    access: signedIn,
    input: z.strictObject({ union: UnionId }),
    output: z.object({}),
    errors: ['OFFICER_UNKNOWN'],
  }),
  proposeSuccessor: command({
    summary: '移交: whom I propose for my office; whoever may give it sees the name, and mine ends when it is taken',
    access: signedIn,
    input: z.strictObject({
      union: UnionId,
      name: z.string().trim().min(2, '请填写姓名').max(40, '姓名太长'),
      mobile: z.string().trim().max(30),
    }),
    output: z.object({}),
    errors: ['OFFICER_UNKNOWN', 'MOBILE_INVALID'],
  }),
} as const

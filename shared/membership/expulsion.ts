import { z } from 'zod'

/** 退回备案的原因: what the upper union found missing; the committee mends it and reports again. */
export const FilingObjection = z.enum(['decision-missing', 'document-unclear', 'wrong-person'])
export type FilingObjection = z.infer<typeof FilingObjection>

/** A report to the upper union waits, was filed, was sent back, or has nothing left to act on. */
export const ExpulsionState = z.enum(['waiting', 'filed', 'sent-back'])
export type ExpulsionState = z.infer<typeof ExpulsionState>

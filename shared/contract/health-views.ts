import { z } from 'zod'
import { IsoTime } from '../core/time'

/** 运行状况, for everybody: whether something is out of order, and nothing about what. */
export const HealthView = z.object({ status: z.enum(['ok', 'degraded']) })

/** 运行状况, for the topmost union. `about` names a job or a backlog, never a person. */
export const OperationsView = z.object({
  status: z.enum(['ok', 'degraded']),
  /** When the clock last looked; absent where it never did. */
  at: IsoTime.optional(),
  storeMs: z.number().optional(),
  backlogs: z.array(z.object({ name: z.string(), waiting: z.number().int() })),
  alerts: z.array(
    z.object({ code: z.string(), about: z.string(), value: z.number(), limit: z.number(), since: IsoTime }),
  ),
  jobs: z.array(z.object({ name: z.string(), failures: z.number().int(), lastSuccessAt: IsoTime.optional() })),
})

import { z } from 'zod'
import { PersonId, UnionId, UnitId } from '../core/ids'
import { IsoDate } from '../core/time'
import { Entrusted } from './membership-states'
import { PaperPicture } from './picture'
import { command, officerOf, query } from './procedure'

const ofUnion = (input: { union: UnionId }) => input.union
const byOfficer = officerOf(ofUnion, 'memberships')

/** 委托管理: a relation of an active membership between the unions of the agency and of the user unit; membership and vote stay where they are. */
export const entrustProcedures = {
  entrustChoices: query({
    summary: 'To which unions a dispatched member may be entrusted, and which of the two units may pay',
    access: byOfficer,
    input: z.strictObject({ union: UnionId, person: PersonId }),
    output: z.object({
      unions: z.array(z.object({ union: UnionId, name: z.string() })),
      units: z.array(z.object({ unit: UnitId, name: z.string() })),
      now: Entrusted.optional(),
    }),
    errors: [],
  }),
  entrust: command({
    summary: 'Entrusts a dispatched member to the other side’s union, with the agreement and who pays on file',
    access: byOfficer,
    input: z.strictObject({
      union: UnionId,
      person: PersonId,
      to: UnionId,
      payingUnit: UnitId,
      since: IsoDate,
      agreement: PaperPicture.optional(),
    }),
    output: z.object({}),
    errors: [
      'DAY_INVALID',
      'DOCUMENT_INVALID',
      'DOCUMENT_MISSING',
      'ENTRUSTED_ALREADY',
      'ENTRUST_CHOICE_INVALID',
      'ENTRUST_DISPATCHED_ONLY',
      'MEMBERSHIP_ENDED',
      'MEMBERSHIP_MOVED',
      'MEMBERSHIP_RETAINED',
    ],
  }),
  endEntrust: command({
    summary: 'Ends the entrusted management; the membership stays as it is',
    access: byOfficer,
    input: z.strictObject({ union: UnionId, person: PersonId, on: IsoDate }),
    output: z.object({}),
    errors: ['DAY_INVALID', 'MEMBERSHIP_ENDED', 'MEMBERSHIP_MOVED', 'MEMBERSHIP_RETAINED', 'NOT_ENTRUSTED'],
  }),
  entrustedHere: query({
    summary: 'Members of other unions whom this one looks after',
    answers: 'sealed',
    access: byOfficer,
    input: z.strictObject({ union: UnionId, cursor: z.string().max(400).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          person: PersonId,
          name: z.string(),
          mobile: z.string(),
          unitName: z.string(),
          unionName: z.string(),
          payingUnit: z.string(),
          since: IsoDate,
        }),
      ),
      cursor: z.string().optional(),
    }),
    errors: [],
  }),
} as const

import { z } from 'zod'
import { ServiceFacts, ServiceState } from '../card/service'
import { HandedCode, ServiceId, UnionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { anyone, command, officerOf, query } from './procedure'

const ofUnion = officerOf((input: { union: UnionId }) => input.union, 'services')
const one = { union: UnionId, service: ServiceId }

const ServiceView = z.object({ service: ServiceId, ...ServiceFacts.shape })

/** 会员服务: where the card is good for something, and how often it was used there. */
export const serviceProcedures = {
  services: query({
    summary: 'Services of a union and of every union above it; without a union, those of my own',
    access: anyone,
    input: z.strictObject({ union: UnionId.optional() }),
    output: z.discriminatedUnion('kind', [
      /** No union was named, and the caller is no member. */
      z.object({ kind: z.literal('no-union') }),
      z.object({
        kind: z.literal('listed'),
        unionName: z.string(),
        /** The nearest union’s first. */
        services: z.array(ServiceView.extend({ unionName: z.string() })),
      }),
    ]),
    errors: [],
  }),
  verifier: query({
    summary: 'Which service a verifier link belongs to',
    access: anyone,
    input: z.strictObject({ code: HandedCode }),
    output: z.object({ name: z.string(), unionName: z.string(), state: ServiceState }),
    errors: [],
  }),
  offeredServices: query({
    summary: 'What a union offers, open and closed, each with the link by which its desk verifies cards',
    access: ofUnion,
    input: z.strictObject({ union: UnionId }),
    output: z.object({
      services: z.array(ServiceView.extend({ state: ServiceState, link: z.string() })),
    }),
    errors: [],
  }),
  addService: command({
    summary: 'A union offers a service from now on',
    access: ofUnion,
    input: z.strictObject({ union: UnionId, ...ServiceFacts.shape }),
    output: z.object({ service: ServiceId, link: z.string() }),
    errors: ['UNION_NOT_ACTIVE', 'SERVICES_FULL'],
  }),
  changeService: command({
    summary: 'What members read of a service; its verifier link stays',
    access: ofUnion,
    input: z.strictObject({ ...one, ...ServiceFacts.shape }),
    output: z.object({}),
    errors: ['SERVICE_CLOSED'],
  }),
  closeService: command({
    summary: 'The service is offered no more; what was counted stays',
    access: ofUnion,
    input: z.strictObject(one),
    output: z.object({}),
    errors: ['SERVICE_CLOSED'],
  }),
  serviceUse: query({
    summary: 'How often cards were accepted at a service, by day and by month; nobody can tell whose',
    access: ofUnion,
    input: z.strictObject(one),
    output: z.object({
      /** The last thirty days and the last twelve months, today’s last; those without a use are there with 0. */
      days: z.array(z.object({ day: IsoDate, count: z.number().int() })),
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
    }),
    errors: [],
  }),
} as const

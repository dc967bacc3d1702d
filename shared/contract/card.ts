import { z } from 'zod'
import { CardState } from '../card/life'
import { CardStatus } from '../card/credential'
import { daysHeld } from '../card/days'
import { fromBase64url } from '../core/base64url'
import { isWeakKey } from '../core/ed25519'
import { HandedCode, UnionId } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { serviceProcedures } from './card-services'
import { CountedAt } from './counted-at'
import { anyone, command, exchange, officerAbove, onPhone, query } from './procedure'

/** 32 bytes in base64url; its last letter carries four bits, so that each has one spelling. */
const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)

/** 这部手机: made at random by the app where the card is activated; the server keeps a digest. */
export const CardPhone = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'CardPhone'>()
export type CardPhone = z.infer<typeof CardPhone>

/** One public key for each day from today on, another one every day, or days could be told to be one person’s; what belongs to them never leaves the phone. Nothing is issued for a weak one. */
const DayKeys = z
  .array(bytes32.refine((key) => !isWeakKey(fromBase64url(key) ?? new Uint8Array())))
  .length(daysHeld)
  .refine((keys) => new Set(keys).size === keys.length)

const CardMark = z.string().regex(/^[A-Za-z0-9_-]{12}$/)

export const IssuedWeek = z.object({
  /** In the order of the keys: a day, and the credential of that day in base64url. */
  credentials: z.array(z.object({ day: IsoDate, credential: z.string() })),
  maskedName: z.string(),
  unionName: z.string(),
  memberNumber: z.string(),
  status: CardStatus,
  /** Changes whenever what was issued before is worth nothing: a phone that holds another one renews. */
  mark: CardMark,
  /** The issuer’s clock: the phone shows by this one, not by its own. */
  now: IsoTime,
})
export type IssuedWeek = z.infer<typeof IssuedWeek>

const Holder = z.object({ maskedName: z.string(), unionName: z.string(), memberNumber: z.string() })

/** Whoever verifies asks once per scan: the same attempt, sent again, gets the same answer. */
export const VerifyAttempt = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'VerifyAttempt'>()
export type VerifyAttempt = z.infer<typeof VerifyAttempt>

/** 核验结果: 有效 / 已使用 / 已失效 / 已过期 / 无法识别, and nothing of the member beyond masked name, union, and whether the membership is retained. */
export const CardVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('valid'), name: z.string(), union: z.string(), status: CardStatus, until: IsoDate }),
  z.object({ kind: z.enum(['used', 'revoked', 'expired', 'stale', 'forged', 'not-a-card']) }),
])
export type CardVerdict = z.infer<typeof CardVerdict>

/** 电子会员卡. */
export const card = {
  name: 'card',
  procedures: {
    myCard: query({
      summary: 'My card: whether there can be one, whether it is active, and on which phone',
      access: onPhone,
      input: z.strictObject({ phone: CardPhone.optional() }),
      output: z.discriminatedUnion('kind', [
        /** Nobody on file belongs to this account, or holds no membership now. */
        z.object({ kind: z.literal('no-membership') }),
        z.object({ kind: z.literal('inactive'), ...Holder.shape }),
        z.object({
          kind: z.literal('card'),
          ...Holder.shape,
          state: CardState.exclude(['ended']),
          here: z.boolean(),
          mark: CardMark,
          activatedAt: IsoTime,
          now: IsoTime,
        }),
      ]),
      errors: [],
    }),
    activate: command({
      summary: 'The card is on this phone from now on, and on no other; the first week’s credentials',
      access: onPhone,
      input: z.strictObject({ phone: CardPhone, keys: DayKeys }),
      output: IssuedWeek,
      errors: ['NOT_A_MEMBER'],
    }),
    renew: command({
      summary: 'Credentials for another week, for the phone that holds the card',
      access: onPhone,
      input: z.strictObject({ phone: CardPhone, keys: DayKeys }),
      output: IssuedWeek,
      errors: ['NOT_A_MEMBER', 'CARD_NOT_ACTIVE', 'CARD_ELSEWHERE'],
    }),
    dropCard: command({
      summary: 'The phone with my card is lost: the card is worth nothing from now on',
      access: onPhone,
      input: z.strictObject({}),
      output: z.object({}),
      errors: ['CARD_NOT_ACTIVE'],
    }),
    issuerKeys: query({
      summary: 'Public keys by which cards are verified without a network, and until when each is to be believed',
      access: anyone,
      input: z.strictObject({}),
      output: z.object({
        keys: z.array(z.object({ kid: z.string(), publicKey: bytes32, until: IsoTime })),
        now: IsoTime,
      }),
      errors: [],
    }),
    revocations: query({
      summary:
        'References of cards revoked before their day, today’s or tomorrow’s, for verifiers without a network; they tell nothing else',
      access: anyone,
      input: z.strictObject({ day: IsoDate, cursor: z.string().max(200).optional() }),
      output: z.object({
        /** The first eight bytes of each reference of that day, one after the other, in base64url. */
        references: z.string(),
        cursor: z.string().optional(),
        asOf: IsoTime,
      }),
      errors: [],
    }),
    verify: exchange({
      summary: 'Whether a card that was shown holds, asked of the issuer; what is shown is accepted once',
      access: anyone,
      input: z.strictObject({
        shown: z.string().min(1).max(1_200),
        attempt: VerifyAttempt,
        /** Of the verifier link by which the page was opened: a card that is accepted counts one use of that service. */
        service: HandedCode.optional(),
      }),
      output: CardVerdict,
      errors: [],
    }),
    activation: query({
      summary: 'How many members of a union have activated their card',
      access: officerAbove((input: { union: UnionId }) => input.union, 'roster'),
      input: z.strictObject({ union: UnionId }),
      output: z.object({ members: z.number().int(), activated: z.number().int(), countedAt: CountedAt }),
      errors: [],
    }),
    ...serviceProcedures,
  },
} as const

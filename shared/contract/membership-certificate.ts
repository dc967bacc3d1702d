import { z } from 'zod'
import { FileId, HandedCode } from '../core/ids'
import { IsoDate, IsoTime } from '../core/time'
import { PaperPicture } from './picture'
import { anyone, command, onPhone, query, signedIn } from './procedure'

const Shown = z.object({
  code: HandedCode,
  link: z.string(),
  destination: z.string(),
  unionName: z.string(),
  issuedAt: IsoTime,
  expiresAt: IsoTime,
})

/** 会籍证明: procedures of the membership function for members who go to a union outside this system, and for workers who come from one. */
export const certificateProcedures = {
  issueCertificate: command({
    summary:
      'A certificate of my membership with a code that any union can check; one at a time, a newer one ends the one before',
    access: onPhone,
    answers: 'sealed',
    input: z.strictObject({ destination: z.string().trim().min(2, '请写转到哪里').max(40, '最多 40 个字') }),
    output: Shown,
    errors: ['NOT_A_MEMBER'],
  }),
  myCertificate: query({
    summary: 'The certificate I hold, while it can be used',
    access: onPhone,
    answers: 'sealed',
    input: z.strictObject({}),
    output: z.object({ certificate: Shown.optional() }),
    errors: [],
  }),
  withdrawCertificate: command({
    summary: 'I stay: the certificate is worth nothing from now on',
    access: onPhone,
    input: z.strictObject({}),
    output: z.object({}),
    errors: ['CERTIFICATE_GONE'],
  }),
  certificateReceived: command({
    summary: 'The other union has taken me: the membership here ends, its number and its history stay',
    access: onPhone,
    input: z.strictObject({}),
    output: z.object({}),
    errors: ['CERTIFICATE_GONE'],
  }),
  seeCertificate: query({
    summary: 'Whether a certificate holds: masked name, union and days, for whoever has its code',
    access: anyone,
    input: z.strictObject({ code: HandedCode }),
    output: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('valid'),
        maskedName: z.string(),
        unionName: z.string(),
        memberNumber: z.string(),
        since: IsoDate,
        retained: z.boolean(),
        destination: z.string(),
        issuedAt: IsoTime,
        expiresAt: IsoTime,
      }),
      z.object({ state: z.literal('over') }),
    ]),
    errors: [],
  }),
  putProof: command({
    summary: 'The picture of my certificate from outside, for the application I am filling in; kept with its draft',
    access: signedIn,
    input: z.strictObject({ picture: PaperPicture }),
    output: z.object({ file: FileId }),
    errors: ['DOCUMENT_INVALID'],
  }),
} as const

import { z } from 'zod'
import { HandedCode, PersonId, UnionId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { collection } from '../store/port'

/** 会籍证明: for a union outside this system. `_id` digests the code, by which alone it is found; it names nobody. */
export const CertificateRecord = z.strictObject({
  _id: z.string(),
  person: PersonId,
  /** Who holds the membership that it certifies: it is worth nothing once that is another one. */
  union: UnionId,
  unionName: z.string(),
  state: z.enum(['open', 'received', 'withdrawn']),
  issuedAt: IsoTime,
  expiresAt: IsoTime,
  /** Sealed JSON of CertificateSecrets at certificates/{_id}/secrets. */
  secrets: z.string(),
})
export type CertificateRecord = z.infer<typeof CertificateRecord>

export const CertificateSecrets = z.strictObject({ code: HandedCode, destination: z.string() })
export type CertificateSecrets = z.infer<typeof CertificateSecrets>

export const certificates = collection<CertificateRecord>({
  name: 'certificates',
  schema: CertificateRecord,
  indexes: { byPerson: ['person', 'issuedAt'], byExpiry: ['expiresAt'], all: [] },
})

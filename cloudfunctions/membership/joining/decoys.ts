import type { z } from 'zod'
import { applications, ApplicantSecrets } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import type { Sealer } from '../../_kernel/seal/sealer'

/**
 * 假记录: what reading and unsealing a record of somebody on file costs, spent on nobody. Whoever asks about a number that is not theirs waits as long
 * whether it is on file or not.
 */
export interface Decoys {
  person(): void
  application(): void
}

const made = new WeakMap<Sealer, Decoys>()

/** One set per sealer: sealed once, opened every time. */
export function decoysOf(sealer: Sealer): Decoys {
  const known = made.get(sealer)
  if (known !== undefined) return known
  const decoys = {
    person: decoy(sealer, PersonSecrets, personSecrets, [
      [persons.schema, personRecord],
      [memberships.schema, membershipRecord],
    ]),
    application: decoy(sealer, ApplicantSecrets, applicantSecrets, [[applications.schema, applicationRecord]]),
  }
  made.set(sealer, decoys)
  return decoys
}

function decoy(
  sealer: Sealer,
  schema: z.ZodType,
  secrets: object,
  records: readonly (readonly [schema: z.ZodType, record: object])[],
): () => void {
  const place = { collection: 'persons', id: 'nobody', field: 'secrets' }
  const sealed = sealer.seal(place, JSON.stringify(secrets))
  const texts = records.map(([recordSchema, record]) => [recordSchema, JSON.stringify(record)] as const)
  return () => {
    for (const [recordSchema, text] of texts) recordSchema.parse(JSON.parse(text))
    openJson(sealer, place, schema, sealed)
  }
}

const at = '2026-01-05T02:00:00.000Z'
const day = '2026-01-05'
const lock = '0'.repeat(43)
const sealedText = 'A'.repeat(900)

const personSecrets = {
  name: '无此人',
  number: '000000000000000000',
  documentKind: 'resident18',
  birth: '1970-01-01',
  sex: 'male',
  mobile: '00000000000',
}

const applicantSecrets = {
  ...personSecrets,
  maskedNumber: '0****************0',
  answers: {
    situation: { work: 'platform', industry: 'delivery', workRegion: '000000000000' },
    retired: false,
    identity: { name: '无此人', document: 'resident', number: '000000000000000000', mobile: '13000000000' },
    details: { education: 'vocational', household: 'rural' },
  },
}

const personRecord = {
  _id: 'nobody',
  secrets: sealedText.slice(0, 300),
  locks: [lock],
  education: 'vocational',
  household: 'rural',
  nationality: 'CHN',
  createdAt: at,
  updatedAt: at,
}

const membershipRecord = {
  _id: 'nobody',
  union: 'nobody',
  state: 'active',
  since: day,
  memberNumber: '000000000000',
  unitName: '没有这个单位',
  employment: '在岗职工',
  category: 'unit',
  followUps: [],
  roster: sealedText.slice(0, 200),
  updatedAt: at,
}

const sentence = '您没有固定的单位，按属地和行业就近加入工会。'

const applicationRecord = {
  _id: 'nobody',
  account: 'nobody',
  union: 'nobody',
  unionName: '没有这个工会的联合工会',
  desk: 'nobody',
  deskName: '没有这个工会的联合工会',
  undecided: false,
  state: 'submitted',
  revision: 1,
  submittedAt: at,
  dueOn: day,
  updatedAt: at,
  intent: 'join',
  category: 'platform',
  unitName: '没有这个单位',
  facts: Array.from({ length: 3 }, () => ({ heading: '在哪儿干活', text: '没有这个地方' })),
  secrets: sealedText,
  locks: [lock],
  identityWarnings: [],
  education: 'vocational',
  household: 'rural',
  nationality: 'CHN',
  mobileVerified: false,
  route: {
    action: 'JOIN',
    primary: 'nobody',
    alternatives: [{ union: 'nobody', name: '没有这个工会' }],
    rules: ['R01', 'R02', 'R03'],
    flags: [],
    followUps: [],
    sentence,
    clauses: Array.from({ length: 3 }, () => ({ title: '没有这个文件 二（二）', quote: sentence.repeat(4) })),
    notes: [sentence],
    policyVersion: '000000000000',
  },
  letter: {
    version: '0',
    title: '中华全国总工会入会申请书',
    text: sentence.repeat(5),
    agreedAt: at,
    privacyVersion: '0',
  },
  timeline: [{ kind: 'submitted', at, by: 'nobody', union: 'nobody', unionName: '没有这个工会' }],
}

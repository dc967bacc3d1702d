import { parseArgs } from 'node:util'
import { z } from 'zod'
import { registry } from '../../shared/contract/registry'
import { roleName } from '../../shared/org/officers'
import {
  grantFirstOffice,
  type FirstOffice,
  type FirstOfficeRefused,
  type Occasion,
} from '../../cloudfunctions/registry/officers/first-officer'
import { NotDone, type Operated } from './environment'

export interface FirstOfficeAsked {
  readonly office: FirstOffice
  readonly occasion: Occasion
  /** A data folder on this machine; the cloud where there is none. */
  readonly folder?: string
}

const usage =
  'npm run first-officer -- --union ID --role chair --name 姓名 --mobile 手机号 --until 2031-11-30 [--again] [--folder data]'

/** The command line, judged as the app’s own form is. Throws `NotDone` with what is wrong. */
export function readFirstOffice(args: readonly string[]): FirstOfficeAsked {
  const text = { type: 'string' } as const
  const options = { union: text, role: text, name: text, mobile: text, until: text, folder: text }
  let values
  try {
    ;({ values } = parseArgs({ args: [...args], options: { ...options, again: { type: 'boolean' } } }))
  } catch {
    throw new NotDone(usage)
  }
  const { again, folder, ...office } = values
  const read = registry.procedures.grantOffice.input.safeParse(office)
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map(({ path }) => `--${z.string().catch('').parse(path[0])}`))]
    throw new NotDone(`${wrong.join(', ')} is missing or not as it should be. ${usage}`)
  }
  return {
    office: read.data,
    occasion: again === true ? 'again' : 'first',
    ...(folder === undefined ? {} : { folder }),
  }
}

const sentences: Readonly<Record<FirstOfficeRefused, string>> = {
  UNION_UNKNOWN: 'There is no such union.',
  UNION_NOT_ACTIVE: 'This union is not active: nobody can take an office in it.',
  TERM_INVALID: 'The office has to end after today and within five years.',
  MOBILE_INVALID: 'That is no mobile number of mainland China.',
  HAS_OFFICERS:
    'This union has somebody in office, who appoints others in the app. If none of them can any more: --again.',
}

/** Grants the office and answers what to print: the link is said here once and kept nowhere. Throws `NotDone`. */
export async function giveFirstOffice(
  { office, occasion }: FirstOfficeAsked,
  ports: Operated['ports'],
): Promise<readonly string[]> {
  const granted = await grantFirstOffice(office, occasion, ports)
  if (!granted.ok) throw new NotDone(sentences[granted.code])
  const { code, unionName, expiresAt } = granted.data
  return [
    `${unionName}：${roleName[office.role]}，任期到 ${office.until}`,
    ports.handedLink('office', code),
    `Good once, until ${expiresAt}, for the phone of this number only. Hand it over in person; it is shown nowhere again.`,
  ]
}

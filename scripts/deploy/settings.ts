import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { environmentKeys } from '../../cloudfunctions/_kernel/seal/environment-keys'
import { UnfitKeys } from '../../cloudfunctions/_kernel/seal/keys'
import { TemplateSetting } from '../../cloudfunctions/_kernel/cloud/messages'
import { DeskOrigin } from '../../cloudfunctions/_kernel/desk/origin'
import { optionalVariables, requiredVariables } from '../functions/cloudbaserc'
import type { CloudAccount } from './manager'

export type Settings =
  | {
      readonly ok: true
      readonly account: CloudAccount
      /** Names of what the functions are told. */
      readonly variables: readonly string[]
      readonly env: Readonly<Record<string, string>>
      /** `https://` and the host of desk pages. */
      readonly deskOrigin: string
    }
  /** One sentence, which quotes no value. */
  | { readonly ok: false; readonly sentence: string }

const needed = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const

/**
 * What a deployment needs to know, from `.env` and from nowhere else: @cloudbase/cli fills cloudbaserc.json from that file, so what was checked is what is
 * uploaded. It puts values between the quotes as they are; what would end them is refused. So are keys and an origin that the functions would refuse.
 */
export function readSettings(file: string): Settings {
  if (!existsSync(file)) return refused('there is no .env')
  const env = Object.fromEntries(
    Object.entries(parseEnv(readFileSync(file, 'utf8'))).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  )
  const missing = [...needed, ...requiredVariables].filter((name) => env[name] === undefined)
  if (missing.length > 0) return refused(`.env lacks ${missing.join(', ')}`)
  const unwritable = [...needed, ...requiredVariables, ...optionalVariables].find((name) =>
    /["\\{}]/.test(env[name] ?? ''),
  )
  if (unwritable !== undefined) return refused(`${unwritable} holds a character that cloudbaserc.json cannot carry`)
  const origin = DeskOrigin.safeParse(env['DESK_ORIGIN'])
  if (!origin.success)
    return refused('DESK_ORIGIN is not https:// and a host in small letters, without a slash at the end')
  for (const name of ['WX_TEMPLATE_RESULT', 'WX_TEMPLATE_NEWS'])
    if (env[name] !== undefined && !TemplateSetting.safeParse(env[name]).success)
      return refused(`${name} is not {id}:{thingN},{timeN}`)
  try {
    environmentKeys(env)
  } catch (fault) {
    if (fault instanceof UnfitKeys) return refused(fault.message)
    throw fault
  }
  const [envId = '', secretId = '', secretKey = ''] = needed.map((name) => env[name] ?? '')
  const variables = [...requiredVariables, ...optionalVariables.filter((name) => env[name] !== undefined)]
  return { ok: true, account: { envId, secretId, secretKey }, variables, env, deskOrigin: origin.data }
}

function refused(reason: string): Settings {
  return { ok: false, sentence: `Nothing was done: ${reason}; docs/deploy.md says what belongs there.` }
}

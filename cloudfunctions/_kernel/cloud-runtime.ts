import { z } from 'zod'
import { isoTime } from '../../shared/core/time'
import { makeIssuer } from './card/issuer'
import { openCloudApp } from './cloud/app'
import { Edition, miniProgramCodes } from './cloud/mini-program-code'
import { TemplateSetting, weChatMessages } from './cloud/messages'
import { weChatPhones } from './cloud/phone'
import { weChatOf } from './cloud/wechat'
import { cloudCollections } from './cloud-collections'
import { cloudLog, UnfitSettings } from './cloud-log'
import { DeskOrigin } from './desk/origin'
import { cloudFiles } from './files/cloud'
import { systemRandomness } from './randomness'
import { provideRuntime, type Runtime } from './runtime'
import { environmentCardKeys, environmentKeys } from './seal/environment-keys'
import { makeIndexer, makeSealer } from './seal/sealer'
import { openCloudbaseStore } from './store/cloudbase'

type Environment = Readonly<Record<string, string | undefined>>

/** What an operator sets besides the keys; docs/deploy.md says how. */
const Settings = z.object({
  MINI_PROGRAM_EDITION: Edition.default('release'),
  DESK_ORIGIN: DeskOrigin,
  WX_TEMPLATE_RESULT: TemplateSetting.optional(),
  WX_TEMPLATE_NEWS: TemplateSetting.optional(),
})

/**
 * The runtime of a deployed function, from its environment variables: the keys (`seal/environment-keys.ts`), and
 * `Settings`. Which CloudBase environment it works on, and with whose credentials, is what the platform says. Throws `UnfitKeys` and
 * `UnfitSettings`.
 */
export function openCloudRuntime(env: Environment): Runtime {
  const keys = environmentKeys(env)
  const settings = settingsOf(env)
  const { MINI_PROGRAM_EDITION: edition, DESK_ORIGIN: deskOrigin } = settings
  const templates = { result: settings.WX_TEMPLATE_RESULT, news: settings.WX_TEMPLATE_NEWS }
  const sealer = makeSealer(keys)
  const app = openCloudApp()
  const call = weChatOf(app)
  const store = openCloudbaseStore({ environment: {}, collections: cloudCollections })
  const now = () => isoTime(Date.now())
  const imageOf = miniProgramCodes(call, edition)
  return {
    store,
    ballots: { ...store, compact: async () => {} },
    sealer,
    indexer: makeIndexer(keys),
    issuer: makeIssuer(environmentCardKeys(env)),
    files: cloudFiles({ app, store, sealer, random: systemRandomness, now }),
    random: systemRandomness,
    phone: weChatPhones(call),
    now,
    log: cloudLog(writeLine),
    messenger: weChatMessages(call, { edition, ...templates }),
    confirmationLink: (code) => `${deskOrigin}/m/confirm?code=${code}`,
    handedLink: (what, code) => `${deskOrigin}/m/${what}?code=${encodeURIComponent(code)}`,
    deskOrigin,
    poster: async (scene) => ({ kind: 'mini-program-code', image: await imageOf(scene) }),
  }
}

/** Throws `UnfitSettings`, which names the variables and quotes nothing of them. */
function settingsOf(env: Environment): z.infer<typeof Settings> {
  const settings = Settings.safeParse(env)
  if (settings.success) return settings.data
  const names = new Set(settings.error.issues.map(({ path }) => path.map(String).join('.')))
  throw new UnfitSettings(`${[...names].join(', ')} is missing or not as docs/deploy.md says`)
}

type Main<Answer> = (event: unknown, context: unknown) => Promise<Answer>

/**
 * A function’s door in the cloud: its process gets its runtime when the first call comes. Not while it is loaded: a process with unfit keys would otherwise
 * end before it could say so, and a process that is started ahead of need would open connections that nobody uses.
 */
export function inCloud<Answer>(main: Main<Answer>): Main<Answer> {
  let provided = false
  return async (event, context) => {
    if (!provided) {
      try {
        provideRuntime(openCloudRuntime(process.env))
      } catch (fault) {
        cloudLog(writeLine)({ function: 'start', procedure: 'runtime', code: 'FAULT', fault })
        throw new Error('the function could not start; its log says why')
      }
      provided = true
    }
    return main(event, context)
  }
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

import { join, resolve } from 'node:path'
import { isoTime } from '../../shared/core/time'
import { cloudCollections } from '../../cloudfunctions/_kernel/cloud-collections'
import { systemRandomness } from '../../cloudfunctions/_kernel/randomness'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import { environmentKeys } from '../../cloudfunctions/_kernel/seal/environment-keys'
import { makeIndexer, makeSealer } from '../../cloudfunctions/_kernel/seal/sealer'
import { openCloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { openLocalSystem } from '../../local/runtime'
import { readSettings } from '../deploy/settings'
import { root } from '../functions/declared'

/** What an operator’s command works on: the store with its keys, and where the app’s links lead. */
export interface Operated {
  readonly ports: Pick<Runtime, 'store' | 'sealer' | 'indexer' | 'random' | 'now' | 'handedLink'>
  close(): Promise<void>
}

/** Said to the person at the keyboard, in one sentence. */
export class NotDone extends Error {
  override readonly name = 'NotDone'
}

/** Where `npm start` serves the app when nobody says otherwise. */
const localOrigin = 'http://127.0.0.1:8787'

/**
 * The data folder of one machine where one is named, and whose server is stopped meanwhile; otherwise the cloud, with the keys and the account of `.env`,
 * beside the running functions. Throws `NotDone`, `CannotStart` or `CannotOpenStore` with one sentence.
 */
export function openOperated(folder: string | undefined): Operated {
  if (folder !== undefined) {
    const { runtime, close } = openLocalSystem({ folder: resolve(folder), origin: localOrigin })
    return { ports: runtime, close }
  }
  const settings = readSettings(join(root, '.env'))
  if (!settings.ok) throw new NotDone(settings.sentence)
  const { account, env, deskOrigin } = settings
  const keys = environmentKeys(env)
  const store = openCloudbaseStore({
    environment: { env: account.envId, secretId: account.secretId, secretKey: account.secretKey },
    collections: cloudCollections,
  })
  const ports = {
    store,
    sealer: makeSealer(keys),
    indexer: makeIndexer(keys),
    random: systemRandomness,
    now: () => isoTime(Date.now()),
    handedLink: (what: string, code: string) => `${deskOrigin}/m/${what}?code=${encodeURIComponent(code)}`,
  }
  return { ports, close: () => store.close() }
}

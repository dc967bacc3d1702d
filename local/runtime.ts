import { isoTime, type IsoTime } from '../shared/core/time'
import { makeIssuer } from '../cloudfunctions/_kernel/card/issuer'
import { diskFiles } from '../cloudfunctions/_kernel/files/disk'
import { systemRandomness } from '../cloudfunctions/_kernel/randomness'
import { allCollections } from '../cloudfunctions/_kernel/records/all'
import { ballotCollections } from '../cloudfunctions/_kernel/records/casts'
import {
  provideRuntime,
  type BallotStore,
  type LogEntry,
  type Messenger,
  type Randomness,
  type Runtime,
} from '../cloudfunctions/_kernel/runtime'
import { cardKeysFrom } from '../cloudfunctions/_kernel/seal/card-keys'
import { keysFrom } from '../cloudfunctions/_kernel/seal/keys'
import { makeIndexer, makeSealer } from '../cloudfunctions/_kernel/seal/sealer'
import type { Store } from '../cloudfunctions/_kernel/store/port'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'
import type { Synchronous } from '../cloudfunctions/_kernel/store/sqlite-files'
import { openDataFolder, type DataFolder } from './data-folder'
import { phoneCodes, type PhoneCodes } from './door/phone-codes'
import { tokensOf, type Tokens } from './door/tokens'

export interface LocalOptions {
  readonly folder: string
  /** Where the app is served, for the links of posters. */
  readonly origin: string
  /** For tests: another clock, other randomness. */
  readonly now?: () => IsoTime
  readonly random?: Randomness
  /** `off` where the folder is thrown away soon, so that no commit waits for the disk. */
  readonly synchronous?: Synchronous
  /** Instead of the databases in the folder. They are closed with the system. */
  readonly stores?: { readonly store: Store & Closable; readonly ballots: BallotStore & Closable }
}

interface Closable {
  close(): Promise<void>
}

/** The system on one machine: the runtime that the functions find, and what stands in for WeChat. */
export interface LocalSystem {
  readonly runtime: Runtime
  readonly tokens: Tokens
  readonly codes: PhoneCodes
  readonly folder: DataFolder
  /** Where a poster’s QR code leads. */
  readonly invitationLink: (scene: string) => string
  /** Waits for transactions under way and closes the store. */
  close(): Promise<void>
}

/** Opens store, seals and files in a folder and hands this process its runtime. Throws `CannotStart` or `CannotOpenStore` with one sentence. */
export function openLocalSystem({
  folder: path,
  origin,
  now = systemClock,
  random = systemRandomness,
  synchronous = 'full',
  stores,
}: LocalOptions): LocalSystem {
  const folder = openDataFolder(path)
  const keys = keysFrom({ seal: new Map([['local', folder.keys.sealing]]), current: 'local', index: folder.keys.index })
  const sealer = makeSealer(keys)
  const { store, ballots } = stores ?? storesIn(folder, synchronous)
  const codes = phoneCodes(random)
  const invitationLink = (scene: string) => `${origin}/#/pages/join/index?scene=${scene}`
  const runtime: Runtime = {
    store,
    ballots,
    sealer,
    indexer: makeIndexer(keys),
    issuer: makeIssuer(cardKeysFrom({ index: folder.keys.index })),
    files: diskFiles({ folder: folder.files, sealer, random, now }),
    random,
    phone: codes,
    messenger: inAppOnly,
    now,
    log: logFaults,
    poster: async (scene) => ({ kind: 'link', link: invitationLink(scene) }),
    confirmationLink: (code) => `${origin}/#/pages/confirm/index?code=${code}`,
    handedLink: (what, code) => `${origin}/#/pages/${pageOf[what]}/index?code=${encodeURIComponent(code)}`,
    deskOrigin: origin,
  }
  provideRuntime(runtime)
  const close = async () => {
    await Promise.all([ballots.close(), store.close()])
  }
  return { runtime, tokens: tokensOf(folder.keys.door), codes, folder, invitationLink, close }
}

/** Where a link leads that is handed over. */
const pageOf: Readonly<Record<Parameters<Runtime['handedLink']>[0], string>> = {
  office: 'office',
  binding: 'binding',
  certificate: 'certificate',
  verify: 'card/verify',
  slip: 'review/slip',
}

function storesIn({ database, ballots }: DataFolder, synchronous: Synchronous) {
  const store = openSqliteStore({ file: database, collections: allCollections, synchronous })
  try {
    return {
      store,
      ballots: openSqliteStore({ file: ballots, collections: ballotCollections, arrivals: 'hidden', synchronous }),
    }
  } catch (fault) {
    void store.close()
    throw fault
  }
}

/** There is no WeChat here to carry a message: people find it in the app. */
const inAppOnly: Messenger = { templates: [], send: async () => 'refused' }

const systemClock = () => isoTime(Date.now())

/** Refusals are everyday; a fault is printed once, with the number that the person was told; an alert as the cloud’s log would have it. */
function logFaults(entry: LogEntry): void {
  if (entry.alert !== undefined) console.error(entry.alert)
  if (entry.fault !== undefined)
    console.error(`[${entry.function}.${entry.procedure}] ${entry.number ?? ''}`, entry.fault)
}

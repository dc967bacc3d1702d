import { ensureBuilt } from '../../scripts/ensure-built'
import { openTestSystem, type TestSystem } from '../system'
import { built } from './built'
import { closeDocument } from './document'
import { phoneOf, type MiniPhone, type PhoneOptions } from './phone'

export interface MiniStage {
  system(): TestSystem
  /** Every phone of the file. */
  readonly phones: readonly MiniPhone[]
  /** Somebody’s phone with the built mini-program. It is left at the end of the file. */
  openPhone(openid: string, options?: Partial<Omit<PhoneOptions, 'built' | 'openid'>>): MiniPhone
}

/** The first test of a run builds the mini-program. */
const buildMs = 600_000

/** One back end with a demo world for all tests of a file, and the phones they open. */
export function miniStage(): MiniStage {
  const phones: MiniPhone[] = []
  let running: TestSystem | undefined
  const system = () => {
    if (running === undefined) throw new Error('the system is not open yet')
    return running
  }
  beforeAll(async () => {
    await ensureBuilt('weapp')
    running = await openTestSystem()
  }, buildMs)
  afterAll(async () => {
    for (const phone of phones) await phone.leave()
    await running?.close()
    closeDocument()
  })
  return {
    system,
    phones,
    openPhone(openid, options = {}) {
      const phone = phoneOf({ built, openid, system: system(), ...options })
      phones.push(phone)
      return phone
    },
  }
}

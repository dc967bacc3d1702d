import { serviceUses, services } from '../../cloudfunctions/_kernel/records/services'
import { HandedCode, ServiceId } from '../../shared/core/ids'
import { chinaDay } from '../../shared/core/time'
import { joinedMember } from '../members'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, union } from './ready'

/** What an officer writes of a service. */
export const serviceFacts = {
  kind: 'merchant',
  name: '澜湾书店',
  gives: '凭会员卡购书九折',
  where: '青岛市市南区中山路 12 号',
  hours: '每天 9:00–20:00',
  phone: '0532-12345678',
} as const

/** A service that is open, and the code of its verifier link. */
export async function offeredService(
  system: TestSystem,
  { as = chair, ...change }: { readonly as?: string; readonly union?: string; readonly name?: string } = {},
) {
  const input = { union, ...serviceFacts, ...change }
  const { service, link } = granted(await system.ask(as, 'card', 'addService', input))
  return { service, code: HandedCode.parse(/code=([^&#]+)/.exec(link)?.[1]) }
}

/** How often cards were counted there today. */
export async function usesToday({ runtime }: TestSystem, service: string): Promise<number> {
  const equals = { service: ServiceId.parse(service), day: chinaDay(runtime.now()) }
  const { documents } = await runtime.store.find(serviceUses, { index: 'byService', equals })
  return documents.reduce((sum, { count }) => sum + count, 0)
}

/** 会员服务: offered, changed, closed, counted. */
export const serviceAttempts: Readonly<Record<string, Cases>> = {
  services: {
    ...asked(chair, { union }),
    'those of my own union': async (system) => ({ as: (await joinedMember(system)).as, input: {} }),
  },
  verifier: {
    'whose link it is': async (system) => ({ as: chair, input: { code: (await offeredService(system)).code } }),
  },
  offeredServices: asked(chair, { union }),
  addService: {
    'add one': async (system) => {
      const before = await openIn(system)
      const effects = async () => (await openIn(system)) - before
      return { as: chair, input: { union, ...serviceFacts }, effects }
    },
  },
  changeService: {
    'change it': async (system) => {
      const { service } = await offeredService(system)
      const input = { union, service, ...serviceFacts, gives: '凭会员卡购书八折' }
      return { as: chair, input, effects: () => audited(system, service, 'service.change') }
    },
  },
  closeService: {
    'close it': async (system) => {
      const { service } = await offeredService(system)
      return { as: chair, input: { union, service }, effects: () => audited(system, service, 'service.close') }
    },
  },
  serviceUse: {
    'how often it was used': async (system) => ({
      as: chair,
      input: { union, service: (await offeredService(system)).service },
    }),
  },
}

const openIn = ({ runtime }: TestSystem) =>
  runtime.store.count(services, { index: 'byUnion', equals: { union, state: 'open' } })

import { publications, signUps } from '../../cloudfunctions/_kernel/records/publications'
import { daysAfter } from '../../shared/core/calendar'
import { PublicationId } from '../../shared/core/ids'
import { chinaDay } from '../../shared/core/time'
import { somebody } from '../forms'
import { paper } from '../members'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { joinedMember, type Peopled } from './of-rounds'
import { audited, chair, union } from './ready'

/** What an officer writes. */
export const notice = {
  kind: 'notice',
  audience: 'everybody',
  title: '高温天气作业安排',
  text: '七月起，室外作业避开中午。',
  pictures: [],
} as const
export const accounts = { ...notice, kind: 'accounts', audience: 'members', title: '2026 年经费收支情况' } as const

/** An activity in a week, to which one signs up until the day before. */
export function activity({ runtime }: Pick<Peopled, 'runtime'>, places = 5) {
  const day = daysAfter(chinaDay(runtime.now()), 7)
  const facts = { day, place: '职工之家', places, signUpUntil: daysAfter(day, -1) }
  return { ...notice, kind: 'activity', title: '趣味运动会', activity: facts } as const
}

interface Published {
  readonly as?: string
  readonly at?: string
}

export async function published(system: Peopled, facts: unknown, { as = chair, at = union }: Published = {}) {
  const input = { union: at, facts }
  return PublicationId.parse(granted(await system.ask(as, 'registry', 'publish', input)).publication)
}

async function guestOf(system: Peopled, publication: PublicationId) {
  const worker = somebody()
  const member = await joinedMember(system, worker)
  granted(await system.ask(member.as, 'registry', 'signUp', { publication }))
  return { ...member, worker }
}

/** An activity with one member who signed up. */
export async function signedUpFor(system: Peopled) {
  const publication = await published(system, activity(system))
  return { publication, ...(await guestOf(system, publication)) }
}

/** The same with an activity of today’s. */
export async function heldToday(system: Peopled) {
  const { runtime } = system
  const today = chinaDay(runtime.now())
  const facts = { ...activity(system), activity: { ...activity(system).activity, day: today, signUpUntil: today } }
  const publication = await published(system, facts)
  return { publication, ...(await guestOf(system, publication)) }
}

export const howManySignedUp = ({ runtime }: Pick<Peopled, 'runtime'>, publication: PublicationId) =>
  runtime.store.count(signUps, { index: 'byPublication', equals: { publication } })

/** 会务公开: written, changed, withdrawn, signed up for, counted. */
export const opennessAttempts: Readonly<Record<string, Cases>> = {
  publications: {
    'what is for members': async (system) => {
      await published(system, accounts)
      return { as: (await joinedMember(system)).as, input: { union } }
    },
  },
  myNews: {
    'what is new': async (system) => {
      await published(system, notice)
      const silent = (data: unknown) => JSON.stringify(data) === JSON.stringify({ rows: [] })
      return { as: (await joinedMember(system)).as, input: {}, silent }
    },
  },
  publication: {
    'for everybody': async (system) => ({ as: chair, input: { publication: await published(system, notice) } }),
    'for members': async (system) => {
      const publication = await published(system, accounts)
      return { as: (await joinedMember(system)).as, input: { publication } }
    },
    'an activity': async (system) => {
      const { as, publication } = await signedUpFor(system)
      return { as, input: { publication } }
    },
  },
  publicationVersion: {
    'how it read': async (system) => {
      const publication = await published(system, accounts)
      return { as: chair, input: { publication, version: 1 } }
    },
  },
  publicationPicture: {
    'a picture for members': async (system) => {
      const { picture } = granted(await system.ask(chair, 'registry', 'putPicture', { union, picture: paper }))
      const publication = await published(system, { ...accounts, pictures: [picture] })
      return { as: chair, input: { publication, picture } }
    },
  },
  writtenPublications: asked(chair, { union }),
  putPicture: {
    'put one': async (system) => {
      const before = await audited(system, union, 'publication.picture')
      const effects = async () => (await audited(system, union, 'publication.picture')) - before
      return { as: chair, input: { union, picture: paper }, effects }
    },
  },
  publish: {
    'publish a notice': async (system) => {
      const before = await writtenBy(system)
      const effects = async () => (await writtenBy(system)) - before
      return { as: chair, input: { union, facts: notice }, effects }
    },
  },
  changePublication: {
    'change it': async (system) => {
      const publication = await published(system, notice)
      const input = { union, publication, seen: 1, facts: { ...notice, text: '八月也一样。' } }
      return { as: chair, input, effects: () => audited(system, publication, 'publication.change') }
    },
  },
  withdrawPublication: {
    'withdraw it': async (system) => {
      const publication = await published(system, notice)
      const input = { union, publication, reason: '数字有误' }
      return { as: chair, input, effects: () => audited(system, publication, 'publication.withdraw') }
    },
  },
  signUp: {
    'sign up': async (system) => {
      const publication = await published(system, activity(system))
      const { as } = await joinedMember(system)
      return { as, input: { publication }, effects: () => howManySignedUp(system, publication) }
    },
  },
  giveBackPlace: {
    'give it back': async (system) => {
      const { as, publication } = await signedUpFor(system)
      const effects = async () => 1 - (await howManySignedUp(system, publication))
      return { as, input: { publication }, effects, silent: async () => (await effects()) === 0 }
    },
  },
  signUps: {
    'who signed up': async (system) => {
      const { publication } = await signedUpFor(system)
      return { as: chair, input: { union, publication } }
    },
  },
  tickPresence: {
    'tick somebody': async (system) => {
      const { publication, person } = await heldToday(system)
      const input = { union, publication, person, present: true }
      return { as: chair, input, effects: () => audited(system, publication, 'sign-up.presence') }
    },
  },
  countAttendance: {
    'tell how many came': async (system) => {
      const { publication } = await heldToday(system)
      const input = { union, publication, attended: 12 }
      return { as: chair, input, effects: () => audited(system, publication, 'publication.attended') }
    },
  },
}

const writtenBy = ({ runtime }: TestSystem) =>
  runtime.store.count(publications, { index: 'byUnion', equals: { union } })

import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { OfficerRole, roleName } from '../../../shared/org/officers'
import type { Post } from '../../../shared/org/union-application'
import { notifying } from '../../_kernel/notify'
import { unpublished } from '../../_kernel/officer-display'
import { accounts } from '../../_kernel/records/accounts'
import { officeGrants, officers, type OfficerRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { endActing } from '../officers/acting'
import { newGrant } from '../officers/grant'
import { endOfTerm } from '../officers/term'

interface Filled {
  /** Codes for those who are new here. */
  readonly grants: readonly {
    readonly name: string
    readonly code: ReturnType<typeof newGrant>['code']
    readonly link: string
  }[]
  readonly write: (tx: Transaction) => Promise<void>
}

/**
 * 当选的人到任: whoever is in office here with the phone number that was named goes on, in the new role and term; everybody else gets an office code. After a re-election the
 * deputies who were not elected again leave at once, the chair when the next one takes office, so that the union is never without one; where the next one is in office
 * here already, that is now.
 */
export async function fillOffices(
  {
    union,
    unionName,
    posts,
    until,
    reElection,
    by,
  }: {
    readonly union: UnionId
    readonly unionName: string
    readonly posts: readonly Post[]
    readonly until: IsoDate
    readonly reElection: boolean
    /** The union that approved it. */
    readonly by: UnionId
  },
  call: Call<unknown>,
): Promise<Filled> {
  const inOffice = await officersOf(union, call)
  const elected = posts.map((post) => ({ post, held: inOffice.find(({ mobile }) => mobile === post.mobile)?.officer }))
  const staying = new Set(elected.flatMap(({ held }) => held?._id ?? []))
  const leaving = inOffice.map(({ officer }) => officer).filter(({ _id }) => !staying.has(_id))
  const chair = leaving.find(({ role }) => role === 'chair')
  const chairGoesOn = elected.some(({ post, held }) => post.role === 'chair' && held !== undefined)
  const grants = elected
    .filter(({ held }) => held === undefined)
    .map(({ post: { role, name, mobile } }) => {
      const replaces = role === 'chair' && chair !== undefined ? { replaces: chair._id } : {}
      const office = { union, role, name, mobile, until, by: call.account, ...replaces }
      return { name, ...newGrant(office, call.now, call) }
    })
  const goesOn = elected.flatMap(({ post, held }) => (held === undefined ? [] : [{ post, held }]))
  const leaves = leaving.filter(({ role }) => (role === 'chair' && chairGoesOn) || (role === 'deputy' && reElection))
  const office = await actingOffice([by], call)
  const noting = (officer: OfficerRecord) =>
    notingChange({ union, office, person: call.sealer.open(nameOf(officer), officer.name) }, call)
  const renewed = goesOn.map(({ post, held }) => ({ post, held, note: noting(held) }))
  const ended = leaves.map((held) => ({ held, note: noting(held) }))
  const told = [
    ...goesOn.map(({ post, held }) => ({ held, text: `您在${unionName}任${roleName[post.role]}，任期到 ${until}。` })),
    ...leaves.map((held) => ({
      held,
      text: `${unionName}${reElection ? '换届' : '补选'}，您的${roleName[held.role]}职务已经结束。`,
    })),
  ].map(({ held, text }) => notifying(call, { account: held.account, text }))
  return {
    grants: grants.map(({ name, code }) => ({ name, code, link: call.handedLink('office', code) })),
    async write(tx) {
      for (const { record } of grants) await tx.insert(officeGrants, record)
      for (const { post, held, note } of renewed) {
        const now = await tx.get(officers, held._id)
        if (now === undefined) continue
        await tx.put(officers, { ...now, role: post.role, until: endOfTerm(until) })
        await note(tx, { kind: 'officer', act: 'renewed', role: post.role, on: until })
      }
      for (const { held, note } of ended) {
        const now = await tx.get(officers, held._id)
        if (now === undefined) continue
        await endActing(tx, now)
        await tx.put(officers, { ...unpublished(now), until: call.now })
        await note(tx, { kind: 'officer', act: 'left-office', role: now.role })
      }
      for (const tell of told) await tell(tx)
    },
  }
}

const nameOf = ({ _id: id }: OfficerRecord) => ({ collection: officers.name, id, field: 'name' })

/** 在任的干部, with the phone number that WeChat verified: whoever holds any office here cannot take a code for another one. */
async function officersOf(union: UnionId, call: Call<unknown>) {
  const pages = await Promise.all(
    OfficerRole.options.map((role) =>
      call.store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 50 }),
    ),
  )
  const held = pages
    .flatMap(({ documents }) => documents)
    .filter(({ until }) => until === undefined || until > call.now)
  return Promise.all(held.map(async (officer) => ({ officer, mobile: await mobileOf(officer, call) })))
}

async function mobileOf({ account: id }: OfficerRecord, { store, sealer }: Call<unknown>): Promise<string | undefined> {
  const account = await store.get(accounts, id)
  return account?.mobile === undefined
    ? undefined
    : sealer.open({ collection: accounts.name, id, field: 'mobile' }, account.mobile)
}

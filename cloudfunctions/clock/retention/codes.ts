import { chinaDay, type IsoTime } from '../../../shared/core/time'
import { overBefore, retention } from '../../../shared/policy/retention'
import { cardUses, revocations } from '../../_kernel/records/cards'
import { certificates } from '../../_kernel/records/certificates'
import { dataRequests } from '../../_kernel/records/data-requests'
import { confirmations, deskSessions } from '../../_kernel/records/desk'
import { outbox } from '../../_kernel/records/outbox'
import { bindings } from '../../_kernel/records/persons'
import { merges } from '../../_kernel/records/merges'
import { officeGrants } from '../../_kernel/records/registry'
import { foundingOffers } from '../../_kernel/records/union-applications'
import { unitMoves } from '../../_kernel/records/unit-merges'
import type { Runtime } from '../../_kernel/runtime'
import type { Collection, Stored } from '../../_kernel/store/port'
import { forget } from './forget'

/** 过期的码和登录: confirmations, sign-ins, binding and office codes and certificates past their time; requests long settled; messages that never got through. */
export async function forgetCodes(runtime: Runtime): Promise<number> {
  const requestsUntil = overBefore(retention.dataRequest, runtime.now())
  const messagesUntil = overBefore(retention.undeliveredMessage, runtime.now())
  const counts = [
    await forgetExpired(confirmations, runtime),
    await forgetExpired(deskSessions, runtime),
    await forgetExpired(bindings, runtime),
    await forgetExpired(officeGrants, runtime),
    await forgetExpired(foundingOffers, runtime),
    await forgetExpired(certificates, runtime),
    await forgetExpired(merges, runtime),
    await forgetExpired(unitMoves, runtime),
    await forgetExpired(cardUses, runtime),
    await forgetRevocations(runtime),
    await forget(
      {
        collection: dataRequests,
        query: { index: 'bySettling', equals: {}, until: requestsUntil },
        isOver: ({ settledAt }) => settledAt !== undefined && settledAt < requestsUntil,
      },
      runtime,
    ),
    await forget(
      {
        collection: outbox,
        query: { index: 'due', equals: { state: 'failed' }, until: messagesUntil },
        isOver: ({ state, nextAt }) => state === 'failed' && nextAt < messagesUntil,
      },
      runtime,
    ),
  ]
  return counts.reduce((all, count) => all + count, 0)
}

interface Expiring extends Stored {
  readonly expiresAt: IsoTime
}

/** Kept an hour beyond its time, so that a page that asks late is still told what became of it. */
function forgetExpired<D extends Expiring>(collection: Collection<D>, runtime: Runtime): Promise<number> {
  const until = overBefore(retention.code, runtime.now())
  return forget(
    {
      collection,
      query: { index: 'byExpiry', equals: {}, until },
      isOver: ({ expiresAt }) => expiresAt < until,
    },
    runtime,
  )
}

/** A serial that was issued for no day that is still to come cannot be shown: nobody has to know that it was revoked. */
function forgetRevocations(runtime: Runtime): Promise<number> {
  const today = chinaDay(runtime.now())
  return forget(
    {
      collection: revocations,
      query: { index: 'byEnd', equals: {}, until: today },
      isOver: ({ until }) => until < today,
    },
    runtime,
  )
}

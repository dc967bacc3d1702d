import { isoTime, type IsoTime } from '../../shared/core/time'
import { accounts } from '../_kernel/records/accounts'
import { outbox, type OutboxRecord } from '../_kernel/records/outbox'
import type { Runtime } from '../_kernel/runtime'

type Ports = Pick<Runtime, 'store' | 'sealer' | 'messenger' | 'now' | 'log'>

const atOnce = 50
/** Of one run, so that the next tick of the clock finds this one finished: WeChat answers in about a tenth of a second. */
const mostPerRun = 300
/** 1, 2, 4 … minutes, then given up after about half a day: by then the notice in the app has been read. */
const mostAttempts = 10
const firstPauseMs = 60_000

/**
 * 发送订阅消息: at least once each. It is removed after WeChat took it, so that a crash in between sends it twice rather than never. Answers how many are done with.
 */
export async function deliverOutbox({ store, sealer, messenger, now, log }: Ports): Promise<number> {
  let done = 0
  while (done < mostPerRun) {
    const { documents } = await store.find(outbox, {
      index: 'due',
      equals: { state: 'waiting' },
      until: justAfter(now()),
      limit: atOnce,
    })
    for (const message of documents) await deliver(message)
    done += documents.length
    if (documents.length < atOnce) break
  }
  return done

  /** One message that fails, whether WeChat cannot read it or its address does not open, must not hold up the others: it is logged, and given up in the end. */
  async function send({
    account: id,
    template,
    text,
    page,
    at,
  }: OutboxRecord): Promise<'sent' | 'refused' | 'unavailable'> {
    try {
      const account = await store.get(accounts, id)
      if (account?.openid === undefined) return 'refused'
      const openid = sealer.open({ collection: 'accounts', id, field: 'openid' }, account.openid)
      return await messenger.send({ openid, template, text, page, at })
    } catch (fault) {
      log({ function: 'clock', procedure: 'outbox.deliver', code: 'FAULT', fault })
      return 'unavailable'
    }
  }

  async function deliver(message: OutboxRecord): Promise<void> {
    const outcome = await send(message)
    await store.transact(async (tx) => {
      if (outcome === 'unavailable') await tx.put(outbox, later(message, now()))
      else await tx.remove(outbox, message._id)
    })
  }
}

/** A bound leaves out its own value; what is due this very millisecond is due. */
const justAfter = (time: IsoTime) => isoTime(Date.parse(time) + 1)

function later(message: OutboxRecord, now: IsoTime): OutboxRecord {
  const attempts = message.attempts + 1
  if (attempts >= mostAttempts) return { ...message, attempts, state: 'failed' }
  return { ...message, attempts, nextAt: isoTime(Date.parse(now) + firstPauseMs * 2 ** (attempts - 1)) }
}

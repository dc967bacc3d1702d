import { chinaDay } from '../../../shared/core/time'
import { overBefore, retention } from '../../../shared/policy/retention'
import { drafts } from '../../_kernel/records/applications'
import { serviceUses } from '../../_kernel/records/services'
import { notices, quotas, requests } from '../../_kernel/records/upkeep'
import type { Runtime } from '../../_kernel/runtime'
import { forget } from './forget'

/** 草稿、消息、次数、记住的回答、服务使用统计: what nobody needs any more. */
export async function forgetUpkeep(runtime: Runtime): Promise<number> {
  const now = runtime.now()
  const draftsUntil = overBefore(retention.draft, now)
  const noticesUntil = overBefore(retention.notice, now)
  const quotasUntil = chinaDay(overBefore(retention.quota, now))
  const usesUntil = chinaDay(overBefore(retention.serviceUse, now))
  return (
    (await forget(
      {
        collection: drafts,
        query: { index: 'bySaving', equals: {}, until: draftsUntil },
        isOver: ({ savedAt }) => savedAt < draftsUntil,
      },
      runtime,
    )) +
    (await forget(
      {
        collection: notices,
        query: { index: 'byTime', equals: {}, until: noticesUntil },
        isOver: ({ at }) => at < noticesUntil,
      },
      runtime,
    )) +
    (await forget(
      {
        collection: quotas,
        query: { index: 'byDay', equals: {}, until: quotasUntil },
        isOver: ({ day }) => day < quotasUntil,
      },
      runtime,
    )) +
    (await forget(
      {
        collection: serviceUses,
        query: { index: 'byDay', equals: {}, until: usesUntil },
        isOver: ({ day }) => day < usesUntil,
      },
      runtime,
    )) +
    (await forget(
      {
        collection: requests,
        query: { index: 'byExpiry', equals: {}, until: now },
        isOver: ({ expiresAt }) => expiresAt < now,
      },
      runtime,
    ))
  )
}

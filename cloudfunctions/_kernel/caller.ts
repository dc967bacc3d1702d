import { getCloudbaseContext } from '@cloudbase/node-sdk/dist/utils/tcbcontext'
import { z } from 'zod'
import { AccountId } from '../../shared/core/ids'
import type { Caller, Runtime } from './runtime'

const WeChatContext = z.object({ WX_OPENID: z.string().min(1).max(128).optional() })

/** The border to the platform: who WeChat says is calling. Nobody, where the context does not name an openid. */
export function callerOf(context: unknown, runtime: Pick<Runtime, 'indexer'>): Caller {
  if (typeof context !== 'object' || context === null || !('environment' in context || 'environ' in context)) return {}
  const openid = WeChatContext.parse(getCloudbaseContext(context)).WX_OPENID
  return openid === undefined ? {} : { openid, account: accountOf(openid, runtime) }
}

/** The account of an openid: a keyed digest, so that the database holds no openid. */
export function accountOf(openid: string, runtime: Pick<Runtime, 'indexer'>): AccountId {
  return AccountId.parse(runtime.indexer.lockId(`openid:${openid}`))
}

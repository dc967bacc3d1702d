import Taro from '@tarojs/taro'
import { contractVersion } from '../../shared/contract/version'

export type Carried = { readonly kind: 'answered'; readonly body: unknown } | { readonly kind: 'offline' }

/** In WeChat a call is `callFunction`; who calls is known to the platform. */
export async function carry(name: string, procedure: string, input: unknown, requestId?: string): Promise<Carried> {
  try {
    const data = { procedure, input, version: contractVersion, ...(requestId === undefined ? {} : { requestId }) }
    const answer = await Taro.cloud.callFunction({ name, data })
    return { kind: 'answered', body: answer.result }
  } catch {
    return { kind: 'offline' }
  }
}

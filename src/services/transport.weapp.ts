import Taro from '@tarojs/taro'
import type { Carried, Carrying } from './call'
import { contractVersion } from '../../shared/contract/version'

/** In WeChat a call is `callFunction`; who calls is known to the platform. */
export async function carry(name: string, { procedure, input, requestId, answerKey }: Carrying): Promise<Carried> {
  try {
    const data = {
      procedure,
      input,
      version: contractVersion,
      ...(requestId === undefined ? {} : { requestId }),
      ...(answerKey === undefined ? {} : { answerKey }),
    }
    const answer = await Taro.cloud.callFunction({ name, data })
    return { kind: 'answered', body: answer.result }
  } catch {
    return { kind: 'offline' }
  }
}

/** `callFunction` knows no other way: WeChat’s word for who calls comes to the function’s door, which does not read it (`callers` of the contract). */
export const carryAsNobody = carry

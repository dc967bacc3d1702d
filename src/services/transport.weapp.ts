import Taro from '@tarojs/taro'
import type { Carried, Carrying } from './call'

/** In WeChat a call is `callFunction`; who calls is known to the platform. */
export async function carry(name: string, { procedure, input, requestId, answerKey }: Carrying): Promise<Carried> {
  try {
    const data = {
      procedure,
      input,
      ...(requestId === undefined ? {} : { requestId }),
      ...(answerKey === undefined ? {} : { answerKey }),
    }
    const answer = await Taro.cloud.callFunction({ name, data })
    return { kind: 'answered', body: answer.result }
  } catch {
    return { kind: 'offline' }
  }
}

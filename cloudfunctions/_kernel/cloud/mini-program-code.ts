import { z } from 'zod'
import type { Scene } from '../../../shared/core/ids'
import type { CallWeChat } from './wechat'

/** Which edition of the mini-program a code opens: before the first release only 体验版 (`trial`) exists. */
export const Edition = z.enum(['release', 'trial', 'develop'])
export type Edition = z.infer<typeof Edition>

/** Where a scanned code leads (src/app.config.ts). */
const page = 'pages/join/index'
/** WeChat draws 280 to 1280 px. 430 prints sharply on a sheet and is 30 to 60 KB. */
const width = 430

/** 小程序码 (`wxacode.getUnlimited`): any number of codes, each for a scene of at most 32 characters. Answers a data URL. */
export function miniProgramCodes(call: CallWeChat, edition: Edition): (scene: Scene) => Promise<string> {
  return async (scene) => {
    // WeChat looks for the page in the released edition only, and refuses where there is none yet.
    const data = { scene, page, width, check_path: edition === 'release', env_version: edition }
    const answer = await call('wxacode.getUnlimited', data)
    if (answer.kind === 'json') throw new Error('wxacode.getUnlimited answered no picture')
    return `data:${pictureTypeOf(answer.bytes)};base64,${answer.bytes.toString('base64')}`
  }
}

/** By its first bytes: what WeChat calls the picture’s type has changed over the years. */
function pictureTypeOf(bytes: Buffer): 'image/png' | 'image/jpeg' {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  throw new Error('wxacode.getUnlimited answered neither PNG nor JPEG')
}

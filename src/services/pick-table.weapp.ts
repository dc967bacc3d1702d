import Taro from '@tarojs/taro'
import { largestFile } from '../../shared/roster/import'
import { privacyAgreed } from './privacy'
import type { PickedTable } from './table-file'

/** 选表格 from a chat: a mini-program reaches no other file of the phone. Whoever has it elsewhere sends it to 文件传输助手 first. */
export async function pickTable(): Promise<PickedTable> {
  if (!(await privacyAgreed())) return { kind: 'denied' }
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    const [file] = tempFiles
    if (file === undefined) return { kind: 'cancelled' }
    if (file.size > largestFile) return { kind: 'too-large' }
    const read = Taro.getFileSystemManager().readFileSync(file.path)
    return typeof read === 'string'
      ? { kind: 'failed' }
      : { kind: 'table', name: file.name, bytes: new Uint8Array(read) }
  } catch (refusal) {
    const said = JSON.stringify(refusal)
    if (/cancel/.test(said)) return { kind: 'cancelled' }
    return { kind: /auth|deny|privacy/.test(said) ? 'denied' : 'failed' }
  }
}

import Taro from '@tarojs/taro'

/** 交出一个表格: WeChat shows it, and its menu sends it to a chat; a mini-program may not save it where the person finds it. */
export async function giveFile(name: string, bytes: Uint8Array): Promise<boolean> {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/${name.replace(/[\\/:]/g, '_')}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(path, bytes.slice().buffer)
    await Taro.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}

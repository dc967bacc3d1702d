import Taro from '@tarojs/taro'

/** Random bytes that nobody can guess; WeChat hands them out asynchronously. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  const { randomValues } = await new Promise<{ randomValues: ArrayBuffer }>((success, fail) => {
    void Taro.getRandomValues({ length, success, fail })
  })
  return new Uint8Array(randomValues)
}

/** 没能开始: why scanning led nowhere; each says what else to do. */
export type NotJoined = 'unknown-scene' | 'foreign-code' | 'no-camera' | 'offline'

export const noticeText: Readonly<Record<NotJoined, string>> = {
  'unknown-scene': '这个二维码已失效。请向工会要一张新的，或者按单位名称查找。',
  'foreign-code': '这不是工会的入会码。请扫工会海报上的码，或者按单位名称查找。',
  'no-camera': '这里不能扫码。请用手机相机扫海报，或者按单位名称查找。',
  offline: '网络不通，没能查到这个码。请联网后再扫一次。',
}

/**
 * 键盘 of a browser: `tel` brings the digits up and takes what is pasted, spaces and country code included; `number` would throw that away in silence.
 * Taro hands any type on to the browser, but its types know WeChat’s keyboards only.
 */
const digits = 'tel' as 'number'

export const keyboards = { text: 'text', idcard: 'text', digit: digits, tel: digits, number: digits } as const

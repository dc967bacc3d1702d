/** 键盘: WeChat’s own; a phone number is typed on the digits. */
export const keyboards = { text: 'text', idcard: 'idcard', digit: 'digit', tel: 'number', number: 'number' } as const

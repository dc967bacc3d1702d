/** 入会申请书模板 (003 附件2; APP-01): a text is never changed, a new one gets a new version, and an application keeps the version that was agreed to. */
export interface LetterTemplate {
  readonly version: string
  readonly title: string
  readonly text: string
}

const title = '中华全国总工会入会申请书'

/** 003 附件2, as Changxing printed it in 2018. */
export const letter2018: LetterTemplate = {
  version: 'letter-2018',
  title,
  text: '我自愿加入中华全国总工会，遵守工会章程，执行工会决议，积极参加工会活动，为把我国建设成为富强、民主、文明的社会主义国家而努力奋斗。',
}

/** The later form in general use (REQUIREMENTS APP-01). */
export const letterCurrent: LetterTemplate = {
  version: 'letter-current-1',
  title,
  text: '我自愿加入中华全国总工会，遵守工会章程，执行工会决议，积极参加工会活动，为把我国建设成为富强、民主、文明和谐的社会主义现代化国家而努力奋斗。',
}

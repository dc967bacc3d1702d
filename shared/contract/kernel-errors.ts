/** Codes that the kernel answers by itself, with their sentences: every procedure may answer them without listing them, and the app knows them besides each procedure’s own. */
export const kernelSentences = {
  BAD_INPUT: '有几处没填对，请按提示改一下。',
  TOO_LARGE: '内容太大了，请减少后再试。',
  UNKNOWN_PROCEDURE: '这个版本太旧了，请关闭后重新打开小程序。',
  NOT_SIGNED_IN: '请先用微信登录。',
  NOT_ALLOWED: '您没有办理这件事的权限。',
  PHONE_ONLY: '这件事请在手机微信里办。',
  BROWSER_ONLY: '这件事请在电脑浏览器里办。',
  NOT_FOUND: '没有找到，可能已经被处理或删除。',
  REQUEST_REUSED: '这次提交和上一次内容不同，请重新打开页面再试。',
  TOO_MANY: '今天试的次数太多了，请明天再试，或到工会当面办理。',
  FAULT: '系统暂时不可用，请稍后再试。',
  CANNOT_SAVE: '系统暂时存不进新内容，刚才这一步没有办成；以前办好的都在。请过一会儿再试，急事请到工会当面办理。',
  UPDATE_REQUIRED: '小程序有了新版本，请更新后再用，已经填的内容不会丢。',
} as const

export type KernelCode = keyof typeof kernelSentences

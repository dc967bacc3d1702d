/**
 * Every code that a call can answer, each with the sentence a person reads. A code without its sentence does not compile.
 * Sentences say what is wrong and how to mend it; they never reveal whether a number belongs to a member.
 */
export const sentences = {
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

  SCENE_UNKNOWN: '这个二维码已失效，请向工会要一张新的，或按单位名称查找。',
  UNIT_UNKNOWN: '没有找到这家单位，请重新选择，或手工填写单位名称。',
  REGION_UNKNOWN: '没有找到这个地方，请重新选择。',
  PHONE_NOT_VERIFIED: '微信没有给出手机号，请手工填写。',

  IDENTITY_INVALID: '证件号码有误，请对照证件核对。',
  MOBILE_INVALID: '手机号有误，请核对 11 位号码。',
  NEED_INFO: '还缺少工作单位或工作地点，请补上再提交。',
  UNION_NOT_OFFERED: '按“谁用工谁组织入会”，您不能选这个工会，请重新查看推荐的工会。',
  PERSON_UNDER_AGE: '未满 16 周岁还不能加入工会。',
  NOT_ELIGIBLE: '按现行规定，暂不能办理入会，原因见上一页。',
  ALREADY_ON_FILE: '您已经是会员，不用再次入会。',
  APPLICATION_OPEN: '您有一份申请正在办理，请先看进度。',
  LETTER_OUTDATED: '申请书有了新版本，请重新阅读后再同意。',
  CONSENT_MISSING: '请先阅读并勾选同意。',
  SIGNATURE_MISSING: '请用手指在框里签名。',
  SIGNATURE_INVALID: '签名太短或不清楚，请重新签一次。',
  OBJECTION_MISSING: '请写一句哪里不对，方便上级工会处理。',

  APPLICATION_CHANGED: '这份申请刚刚有了变化，请看最新内容后再决定。',
  APPLICATION_CLOSED: '这份申请已经办结。',
  NOT_RETURNED: '这份申请没有被退回，不需要修改。',
  ALREADY_MEMBER: '此人已经有会籍，不能重复入会。请退回，请本人核对手机号或办理转会。',
  APPLYING_ELSEWHERE: '此人在别处另有一份在办申请，不能同时办理。请退回并提醒本人。',
  UNION_NOT_ACTIVE: '这个工会已经不在册，不能办理。',
  COMMITTEE_DATE_INVALID: '委员会讨论日期要在提交之后、今天以前（含当天）。',
  REASON_MISSING: '请选一个原因，或写一句话。',
  MEMBERSHIP_ENDED: '这份会籍已经结束，不能再办这件事。',
  MEMBERSHIP_RETAINED: '会籍现在是保留状态，要先接续才能办这件事。',
  MEMBERSHIP_MOVED: '这份会籍刚刚有了变化，请看最新内容后再办。',
  NOT_RETAINED: '会籍没有保留，不需要接续。',
  STILL_MEMBER_HERE: '会籍还在，不需要办这件事。',
  REASON_INVALID: '这个原因和要办的事对不上，请另选一个。',
  DOCUMENT_MISSING: '这件事按规定要附材料，请拍照上传。',
  DOCUMENT_INVALID: '照片不能用，请重新拍一张（JPG 或 PNG，清楚、不要太大）。',
  DAY_INVALID: '日期不对：不能晚于今天，也不能早于入会。',
  TASK_CLOSED: '这件事已经办完了。',
  ALREADY_REMINDED: '今天已经催过了，明天可以再催。',
  GRANT_GONE: '这个任职码失效了，请向上级工会要一个新的。',
  GRANT_FOR_OTHER_PHONE: '任职码上写的是另一个手机号。请先用微信验证那个号码，或请上级工会重新开。',
  OFFICE_HELD: '您在这个工会已经有职务。要换职务，请上级工会先结束原来的。',
  TERM_INVALID: '任期要在明天以后、五年以内。',
  OFFICER_UNKNOWN: '没有找到这位干部，可能刚刚卸任。',

  ALREADY_FOUNDED: '这家单位已经有工会，不用再建。',
  UNION_LEADS_OTHERS: '它下面还有工会。请先把下面的工会归到别处，再办撤销或合并。',
  SUCCESSOR_INVALID: '请选一个在册、能接收会员的工会，不能是它自己。',
  REGION_NEEDED: '请选工会所在的地方。',
  EVENT_CHANGED: '这次变动刚刚有了进展，请看最新情况。',
  EVENT_NOT_PLANNED: '名单还没有理完，请稍等一会儿再看。',
  OBJECTION_OVER: '异议期已经过了。会籍有不对的，请找工会办转会。',
  LEAVE_INVALID: '请假要从今天或以后开始，最长一年。',
  DEPUTY_INVALID: '请选本会另一位在任、没有请假的干部来代行。',

  PHONE_FIRST: '请先用微信验证手机号。',
  ACCOUNT_TAKEN: '这个微信已经绑定了另一位会员。一个微信只能是一个人。',
  BINDING_GONE: '这个绑定码失效了，请工会干部重新出示。',
  SECOND_OFFICER: '要由另一位工会干部确认，不能自己确认自己发起的绑定。',

  CORRECTION_INVALID: '请把正确的内容写清楚。',
  NOTHING_ON_FILE: '系统里没有您的会籍或申请，没有可以更正的。',
  REQUEST_OPEN: '这件事您已经提过，工会正在办。',
  REQUEST_OUTDATED: '提出请求以后，他的微信或工会变了，不能照办。请不同意，并请本人重新提。',
  STILL_MEMBER: '他还是会员，花名册要按规定保存。请先办退会，再删除资料。',
  REQUEST_SETTLED: '这件事刚刚办结了。',

  PHONE_INVALID: '请填手机号，或带区号的座机，例如 0532-12345678。',
  PHOTO_INVALID: '照片要用 JPG 或 PNG，不超过 40 KB。请换一张小一点的。',
  DISPLAY_OUTDATED: '公开说明有了新版本，请重新阅读后再勾选。',

  CONFIRMATION_GONE: '这个码过期了，请在电脑上换一个新的。',
  CONFIRMATION_MISSING: '请先用手机扫码确认。',

  ROUTE_UNDECIDED: '这份申请还没有定下归哪个工会，请先指定工会。',
} as const

export type ErrorCode = keyof typeof sentences

/** Codes that the kernel answers by itself: every procedure may answer them without listing them. */
export const kernelCodes = [
  'BAD_INPUT',
  'TOO_LARGE',
  'UNKNOWN_PROCEDURE',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'PHONE_ONLY',
  'BROWSER_ONLY',
  'NOT_FOUND',
  'REQUEST_REUSED',
  'TOO_MANY',
  'FAULT',
  'CANNOT_SAVE',
  'UPDATE_REQUIRED',
] as const satisfies readonly ErrorCode[]
export type KernelCode = (typeof kernelCodes)[number]

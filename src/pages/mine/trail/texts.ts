type By = 'me' | 'another-account' | 'officer' | 'system'

const who: Readonly<Record<By, string>> = {
  me: '您',
  'another-account': '另一个微信',
  officer: '工会干部',
  system: '系统',
}

/** What was done, as the rest of a sentence. An action that is not named here is still shown, and says so little as “办理了一项手续”. */
const did: Readonly<Record<string, string>> = {
  'account.verify-phone': '验证了手机号',
  'account.bind': '把会员身份绑定到了微信',
  'card.activate': '激活了会员卡',
  'card.drop': '停用了会员卡',
  'application.submit': '提交了入会申请',
  'application.resubmit': '修改后重新提交了申请',
  'application.withdraw': '撤回了申请',
  'application.remind': '催办了申请',
  'application.view': '查看了申请',
  'application.return': '退回了申请',
  'application.reject': '没有同意申请',
  'application.approve': '批准了申请',
  'application.assign': '指定了办理的工会',
  'application.forget': '按期限删除了申请',
  'letter.view': '查看了入会申请书',
  'member.view': '查看了会员资料',
  'form.view': '查看了会员登记表',
  'reveal.number': '查看了完整的证件号码',
  'reveal.mobile': '查看了完整的手机号',
  'confirm.sign-in': '确认了电脑登录',
  'confirm.reveal': '在手机上确认查看全号',
  'confirm.export-mine': '确认了导出资料',
  'confirm.export-table': '在手机上确认导出表格',
  'confirm.import-table': '在手机上确认导入表格',
  'desk.sign-out': '退出了电脑',
  'binding.open': '出示了绑定码',
  'binding.take': '扫了绑定码',
  'binding.confirm': '确认了绑定',
  'binding.decline': '没有确认绑定',
  'certificate.issue': '开了会籍证明',
  'certificate.withdraw': '作废了会籍证明',
  'proof.put': '拍了会员证',
  'data.export': '导出了全部资料',
  'data.erased': '撤回同意，删除了资料',
  'data.correction-asked': '请求更正资料',
  'data.correction-done': '更正了资料',
  'data.correction-declined': '没有同意更正',
  'data.erasure-asked': '请求删除资料',
  'data.erasure-done': '办了删除资料的请求',
  'data.erasure-declined': '没有同意删除资料',
}

export function trailText(action: string, by: By): string {
  return `${who[by]}${did[action] ?? '办理了一项手续'}`
}

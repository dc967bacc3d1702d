/**
 * 个人信息处理告知 (PIPL §17, §28–30): one text for every region, versioned; the consent keeps the version that was read.
 * Plain words, because the people who read it agree to something.
 */
export const privacyNotice = {
  version: 'privacy-2026-11-2',
  sections: [
    {
      heading: '收集什么',
      text: '姓名、证件号码、国籍、学历、手机号、户籍类型、所属单位和就业状况，就是会员花名册要求的这几项。从外地转入的，另有原来工会的名称、入会日期和您自己拍的会员证照片。性别和生日从证件号码得出，不另外收集。',
    },
    {
      heading: '用来做什么',
      text: '只用来办理入会、转会和会员服务：判断您归哪个工会，确认没有重复入会，让工会联系您。',
    },
    {
      heading: '敏感信息',
      text: '证件号码和会员身份属于敏感个人信息，泄露可能造成损失。为了保证一人一籍，入会必须用到证件号码；您可以不同意，那就到工会当面办理。',
    },
    {
      heading: '谁能看到',
      text: '办理您申请的工会干部看到姓名、打星的证件号码和手机号。上一级工会留存您签的申请书。别的单位、您的老板、同事都看不到。每次查看和改动都有记录。',
    },
    {
      heading: '存多久',
      text: '证件号码加密保存。没有批准的申请 6 个月后删除，会员证照片两天内删；成为会员后随会籍保存，退会后按档案规定处理。',
    },
    { heading: '您的权利', text: '您可以随时在“我的”里查看、更正，撤回没办完的申请，或要求删除。有疑问可拨打 12351。' },
  ],
} as const

/** 双亮 (PIPL §25): what an officer agrees to before a photo or phone number of theirs is published; by itself, and never a condition of the office. */
export const displayNotice = {
  version: 'display-2026-11',
  text: '勾选后，您的照片和电话会出现在本工会的页面上，任何人都能看到。不同意不影响任职。可以随时撤回，撤回后马上不再显示。',
} as const

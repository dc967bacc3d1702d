import type { FilingObjection } from './expulsion'
import type { DocumentChoice, Education, Household, Industry } from './joining'
import type { ChangeReason } from './life'

/** What people call the values of a form. Used by the pages and by the officers’ views; no rule reads them. */

export const educationName: Readonly<Record<Education, string>> = {
  primary: '小学',
  junior_middle: '初中',
  senior_middle: '高中',
  vocational: '中专、技校',
  college: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
}

export const householdName: Readonly<Record<Household, string>> = {
  urban: '城镇（非农业）',
  rural: '农村（农业）',
  hmt: '港澳台',
  foreign: '外籍',
}

export const industryName: Readonly<Record<Industry, string>> = {
  delivery: '送外卖',
  express: '送快递',
  ride_hailing: '开网约车',
  truck: '跑货运',
  domestic: '家政',
  property: '物业、保安、保洁',
  catering: '餐饮',
  construction: '建筑',
  machinery: '机械制造',
  retail: '商店、超市',
  other: '其他',
}

/** 证件, as somebody chooses it before the number is typed. */
export const documentChoiceName: Readonly<Record<DocumentChoice, string>> = {
  resident: '居民身份证、港澳台居住证',
  permanent_resident: '外国人永久居留身份证',
  passport: '护照',
  hkmacao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
}

/** 证件名称, by the kind that the parser found. */
export const documentName: Readonly<Record<string, string>> = {
  resident18: '居民身份证',
  resident15: '居民身份证（15 位）',
  hmt18: '港澳台居民居住证',
  fpr18: '外国人永久居留身份证',
  fpr15: '外国人永久居留身份证（旧）',
  passport: '护照',
  hkmacao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
}

/** 会籍变动的原因, as a history and a form name it. */
export const reasonName: Readonly<Record<ChangeReason, string>> = {
  'changed-unit': '换了单位',
  'union-founded': '单位建立了工会',
  'union-merged': '工会合并',
  'union-dissolved': '工会撤销',
  secondment: '借调',
  'moved-home': '搬家',
  'working-again': '重新工作',
  retired: '退休',
  unemployed: '失业',
  army: '参军',
  'unit-closed': '单位关闭',
  'own-request': '本人申请',
  'six-months-away': '六个月以上不交会费、不参加活动',
  'moved-outside': '转到外地',
  criminal: '受到刑事处罚',
  'against-charter': '严重违反章程',
  deceased: '去世',
  'applied-again': '重新入会',
  'recorded-in-error': '登记有误',
  'dispatch-agreement': '委托管理协议',
  'agreement-ended': '协议到期',
}

/** 退回备案的原因, as the committee reads it. */
export const objectionName: Readonly<Record<FilingObjection, string>> = {
  'decision-missing': '没有附委员会的决定',
  'document-unclear': '材料照片看不清',
  'wrong-person': '人和材料对不上',
}

/** 法定数值: what holds wherever no region says otherwise; the national pack and routing share them. */
export const statutory = {
  /** 劳动法 §15: 禁止用人单位招用未满十六周岁的未成年人. */
  minAge: 16,
  /** 总工发〔2016〕35号 §14: from six months of 借调 on, the membership may be transferred. */
  secondmentMonths: 6,
} as const

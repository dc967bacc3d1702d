import type { HomeCategory, PaperKind } from '../../shared/home/archive/papers'

/** 纸质档案的叫法: where a region sets what is kept, and where a union says where it lies. */
export const paperName: Readonly<Record<PaperKind, string>> = {
  'member-congress': '会员（代表）大会',
  'staff-congress': '职工（代表）大会',
  'collective-contract': '集体合同',
  'special-contract': '专项集体合同',
}

export const homeCategoryName: Readonly<Record<HomeCategory, string>> = {
  enterprise: '企业',
  public: '机关事业单位',
  regional: '区域、行业',
}
export const homeCategories: readonly HomeCategory[] = ['enterprise', 'public', 'regional']

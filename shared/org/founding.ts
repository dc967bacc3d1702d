/** 建会 (000 一, 003 附件1 note 4; 004 4, 6): which types a unit founds by itself, and which organise several. */
export const foundableAlone = [
  'enterprise',
  'enterprise_group',
  'institution',
  'organ',
  'social_organisation',
  'other',
] as const
export const foundableTogether = [
  'community_joint',
  'building_joint',
  'market_joint',
  'industry_joint',
  'new_form_joint',
] as const

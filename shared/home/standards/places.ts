/** 在哪里登记: where the records are kept that a metric is judged from. */
export const recordPlaces = [
  'registry',
  'meetings',
  'round',
  'reviews',
  'accounts',
  'officers',
  'figures',
  'roster',
  'management',
  'archive',
] as const
export type RecordPlace = (typeof recordPlaces)[number]

import type { ReviewKind } from './kinds'

/**
 * 应投人数, against which taking part is measured. Of a staff survey everybody whom the announcement counts as staff (001 满意度测评: 职工满意率), with a slip or
 * without: whoever hands out few slips would make a turnout otherwise. Else the electors of the list.
 */
export function populationOf(
  { kind, staff }: { readonly kind: ReviewKind; readonly staff: number },
  electors: number,
): number {
  return kind === 'staff' ? staff : electors
}

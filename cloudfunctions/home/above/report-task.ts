import type { UnionId } from '../../../shared/core/ids'

/** 报送的待办: of a union, for its year. The clock asks; sending answers it. */
export const reportSubject = (union: UnionId, year: number): string => `${union}.${year}`

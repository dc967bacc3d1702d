import { home } from '../../../../shared/contract/home'
import { UnionId } from '../../../../shared/core/ids'
import { useParams } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'

/** The assessment that the page’s parameters name: of the union itself, or of the one `below` it. */
export function useAssessment() {
  const { union, below, year: wanted } = useParams()
  const read = UnionId.safeParse(below ?? union)
  const year = Number(wanted)
  const of = read.success && Number.isInteger(year) && year > 0 ? { union: read.data, year } : undefined
  return { of, page: useAsk(home, 'assessment', of) }
}

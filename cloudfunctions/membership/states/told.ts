import type { RecordedChange } from '../../../shared/contract/membership-states'
import { unreachable } from '../../../shared/core/unreachable'

/** What the member reads of a change that the union recorded. It goes through WeChat: no reason stands in it. */
export function toldOf(change: RecordedChange, unionName: string): string | undefined {
  switch (change.kind) {
    case 'retain':
      return `您在${unionName}的会籍改为保留：不用交会费，暂时没有选举权、被选举权和表决权；重新工作后可以接续。`
    case 'resume':
      return `您在${unionName}的会籍已经接续，会员的各项权利从现在起恢复。`
    case 'leave':
      return `${unionName}登记您已退会。如果有误，请马上联系工会；想回来，随时可以重新申请。`
    case 'decease':
      return undefined
    default:
      return unreachable(change)
  }
}

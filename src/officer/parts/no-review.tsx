import { Empty } from '../../components/Empty'
import { back } from '../../services/route'

/** 不知道是哪一次评家: the way back to where one is chosen. */
export function NoReview() {
  return (
    <Empty
      title="不知道是哪一次评家"
      note="请从工作台的“会员评家”进来。"
      action={{ id: 'no-review-back', label: '返回', onTap: () => void back() }}
    />
  )
}

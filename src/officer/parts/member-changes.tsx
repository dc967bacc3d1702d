import { Text } from '@tarojs/components'
import { ListRow } from '../../components/ListRow'
import type { RosterRow } from '../../../shared/contract/membership-views'
import type { UnionId } from '../../../shared/core/ids'
import { go } from '../../services/route'
import { changeTexts, type ChangeKind } from './change-texts'

interface Props {
  readonly union: UnionId
  readonly member: Pick<RosterRow, 'person' | 'name' | 'state'> & {
    readonly category: string
    readonly entrusted?: object | undefined
  }
}

/** 可以办的变动: only those that make sense in the state the membership is in. */
export function MemberChanges({ union, member }: Props) {
  const { person, name } = member
  const changes = changesFor(member)
  return (
    <>
      {changes.length > 0 && <Text className="detail-note">可以办的变动</Text>}
      {changes.map((change) => (
        <ListRow
          key={change}
          id={`member-change-${change}`}
          title={changeTexts[change].title}
          note={changeTexts[change].note}
          onTap={() => void go('officer/change/index', { union, person, name, change })}
        />
      ))}
      {(member.state === 'left' || member.state === 'expelled' || member.state === 'deceased') && (
        <ListRow id="member-reinstate" title="登记错了？" note="把会员号告诉上级工会，由上级工会恢复会籍" />
      )}
    </>
  )
}

function changesFor({ state, category, entrusted }: Props['member']): readonly ChangeKind[] {
  switch (state) {
    case 'active':
      return [
        'retain',
        'contract',
        'secondment',
        ...(category === '劳务派遣' ? [entrusted === undefined ? ('entrust' as const) : ('end-entrust' as const)] : []),
        'leave',
        'decease',
        'expel',
      ]
    case 'retained':
      return ['resume', 'leave', 'decease', 'expel']
    case 'left':
    case 'expelled':
    case 'deceased':
      return []
  }
}

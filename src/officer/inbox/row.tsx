import { Text, View } from '@tarojs/components'
import type { InboxRow } from '../../../shared/contract/membership-views'
import { chinaDay } from '../../../shared/core/time'
import { ListRow } from '../../components/ListRow'
import { Tag } from '../../components/Tag'
import { dayText, today } from '../../pages/today'
import { dueLabel } from '../parts/due'
import { duplicateTag } from '../parts/texts'

interface Props {
  readonly row: InboxRow
  readonly selecting: boolean
  readonly selected: boolean
  readonly onTap: () => void
}

/** 一份等审批的申请: who, from where, until when, and what speaks for a closer look. */
export function InboxRowView({ row, selecting, selected, onTap }: Props) {
  const due = dueLabel(row.workingDaysLeft, row.dueOn < today())
  const duplicate = duplicateTag[row.duplicate]
  return (
    <ListRow
      id={`inbox-row-${row.application}`}
      title={row.maskedName}
      note={[row.category, row.place].filter((part) => part !== '').join(' · ')}
      tag={<Tag tone={due.tone}>{due.text}</Tag>}
      selectable={selecting}
      selected={selected}
      onTap={onTap}
    >
      <View className="inbox-tags">
        {row.identityClear ? <Tag tone="success">证件无误</Tag> : <Tag tone="warning">证件需核对</Tag>}
        {duplicate !== undefined && <Tag tone="danger">{duplicate}</Tag>}
        {row.elsewhere && <Tag tone="warning">外地转入，看会员证</Tag>}
        {row.objection && <Tag tone="warning">有异议</Tag>}
        {row.resubmitted && <Tag tone="neutral">修改后重新提交</Tag>}
        {row.from !== undefined && <Tag tone="danger">{`${row.from}没有按时办`}</Tag>}
        {row.reminded && <Tag tone="neutral">本人催过</Tag>}
        <Text className="inbox-when">{`${dayText(chinaDay(row.submittedAt))}提交`}</Text>
      </View>
    </ListRow>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { cleanProcedures, SideView } from '../../../shared/contract/membership-clean'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { fullDayText, momentText } from '../../pages/today'
import { back } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { accountText, memberStateText } from './texts'

type Preview = z.output<typeof cleanProcedures.samePerson.output>

/** 是不是同一个人: both side by side, then what would come of it, then one decision. */
export function Pair({ union, task }: { readonly union: UnionId; readonly task: string }) {
  const asked = useAsk(membership, 'samePerson', { union, task })
  return (
    <Screen title="是不是同一个人" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && <Deciding union={union} task={task} preview={asked.data} />}
    </Screen>
  )
}

function Deciding({
  union,
  task,
  preview,
}: {
  readonly union: UnionId
  readonly task: string
  readonly preview: Preview
}) {
  const merge = useAct(membership, 'mergePersons')
  const apart = useAct(membership, 'notSame')
  const [keep, setKeep] = useState<PersonId>(preview.suggested)
  const [sure, setSure] = useState<'same' | 'apart'>()
  const outcome = preview.outcomes.find((one) => one.keep === keep)
  const run = async () => {
    const done = sure === 'same' ? await merge.run({ union, task, keep }) : await apart.run({ union, task })
    setSure(undefined)
    if (done.ok) void back()
  }
  const problem = merge.problem ?? apart.problem
  return (
    <View className="clean">
      <Notice tone="info">姓名和生日，或者姓名和手机号相同，证件不同。请打电话或当面核对。</Notice>
      <View className="pair">
        {preview.sides.map((side, at) => (
          <OneSide key={side.person} side={side} title={at === 0 ? '第一份' : '第二份'} />
        ))}
      </View>
      <ChoiceList
        id="pair-keep"
        label="如果是同一个人，以哪一份为准？"
        value={keep}
        options={preview.sides
          .map((side, at) => ({
            value: side.person,
            label: `${at === 0 ? '第一份' : '第二份'}：${side.unionName}`,
            ...(side.person === preview.suggested ? { note: '建议：这是现在的会籍' } : {}),
          }))
          .filter(({ value }) => preview.outcomes.some((one) => one.keep === value))}
        onChange={setKeep}
      />
      {outcome !== undefined && (
        <Card title="合并以后">
          <FactList
            items={[
              { heading: '会籍在', text: outcome.unionName },
              { heading: '单位', text: outcome.unitName === '' ? '没有' : outcome.unitName },
              { heading: '入会时间（取早的）', text: fullDayText(outcome.since) },
              { heading: '会员号', text: outcome.memberNumber },
              { heading: '微信', text: accountText[outcome.account] },
            ]}
          />
        </Card>
      )}
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <View className="decide">
        <MainAction id="pair-merge" label="是同一个人，合并" busy={merge.busy} onTap={() => setSure('same')} />
        <SideAction id="pair-apart" label="不是同一个人" busy={apart.busy} onTap={() => setSure('apart')} />
      </View>
      <Confirm
        open={sure !== undefined}
        title={sure === 'same' ? '合并成一份？' : '确定是两个人？'}
        text={
          sure === 'same'
            ? '两个证件号都能找到他，两份变动记录接在一起。7 天内可以在“数据清理”里撤销。'
            : '以后不再问这两份。'
        }
        confirmLabel={sure === 'same' ? '合并' : '是两个人'}
        busy={merge.busy || apart.busy}
        onCancel={() => setSure(undefined)}
        onConfirm={() => void run()}
      />
    </View>
  )
}

function OneSide({ side, title }: { readonly side: SideView; readonly title: string }) {
  return (
    <Card title={`${title} ${side.name}`}>
      <FactList
        items={[
          { heading: side.documentName, text: side.maskedNumber },
          ...(side.birth === undefined ? [] : [{ heading: '生日', text: side.birth }]),
          { heading: '手机号', text: side.mobile },
          { heading: '会籍', text: `${memberStateText(side.state)} · ${side.unionName}` },
          { heading: '单位', text: side.unitName === '' ? '没有' : side.unitName },
          { heading: '入会', text: fullDayText(side.since) },
          { heading: '会员号', text: side.memberNumber },
          { heading: '微信', text: side.bound ? '已绑定' : '没有绑定' },
        ]}
      />
      <Fold summary={`变动 ${side.history.length} 条`}>
        {side.history.map(({ at, text }) => (
          <View key={`${at}${text}`}>{`${momentText(at)} ${text}`}</View>
        ))}
      </Fold>
    </Card>
  )
}

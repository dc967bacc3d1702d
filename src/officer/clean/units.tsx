import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnitSideView, unitProcedures } from '../../../shared/contract/membership-units'
import type { UnionId, UnitId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { back } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { codeText, countText, unionText } from './texts'

type Preview = z.output<typeof unitProcedures.sameUnits.output>
type Side = z.output<typeof UnitSideView>

interface Props {
  readonly union: UnionId
  readonly task: string
}

/** 是不是同一家单位: both side by side with what stands on them, then what would come of it, then one decision. */
export function Units({ union, task }: Props) {
  const asked = useAsk(membership, 'sameUnits', { union, task })
  const isOver = asked.problem?.kind === 'refused' && asked.problem.code === 'PAIR_CHANGED'
  if (isOver) return <AlreadyOne union={union} task={task} />
  return (
    <Screen title="是不是同一家单位" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && <Deciding union={union} task={task} preview={asked.data} />}
    </Screen>
  )
}

function Deciding({ union, task, preview }: Props & { readonly preview: Preview }) {
  const merge = useAct(membership, 'mergeUnits')
  const apart = useAct(membership, 'notSameUnits')
  const [keep, setKeep] = useState<UnitId>(preview.suggested)
  const [sure, setSure] = useState<'same' | 'apart'>()
  const { sides, twoCodes, twoUnions } = preview
  const run = async () => {
    const codes = twoCodes ? ('differ-yet-one-unit' as const) : ('agree' as const)
    const done = sure === 'same' ? await merge.run({ union, task, keep, codes }) : await apart.run({ union, task })
    setSure(undefined)
    if (done.ok) void back()
  }
  const problem = merge.problem ?? apart.problem
  return (
    <View className="clean">
      <Notice tone="info">名称或者代码对得上，可能是一家单位登记了两次。请和单位核对一下。</Notice>
      <View className="pair">
        {sides.map((side, at) => (
          <OneSide key={side.unit} side={side} title={at === 0 ? '第一份' : '第二份'} />
        ))}
      </View>
      {twoUnions ? (
        <Notice tone="warning" title="现在不能合并">
          两份各有自己的工会。如果真是一家，请先办工会合并或者撤销，再回来合并单位。
        </Notice>
      ) : (
        <>
          <ChoiceList
            id="units-keep"
            label="如果是同一家，以哪一份为准？"
            value={keep}
            options={sides.map((side, at) => ({
              value: side.unit,
              label: `${at === 0 ? '第一份' : '第二份'}：${side.name}`,
              ...(side.unit === preview.suggested ? { note: '建议：代码、工会或会员更全' } : {}),
            }))}
            onChange={setKeep}
          />
          <After preview={preview} keep={keep} />
        </>
      )}
      {twoCodes && (
        <Notice tone="warning" title="代码不一样">
          两份的统一社会信用代码都有效，但不相同，一般是两家单位。只有核对过证书、确实是同一家，才合并。
        </Notice>
      )}
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <View className="decide">
        {!twoUnions && (
          <MainAction id="units-merge" label="是同一家，合并" busy={merge.busy} onTap={() => setSure('same')} />
        )}
        <SideAction id="units-apart" label="不是同一家" busy={apart.busy} onTap={() => setSure('apart')} />
      </View>
      <Confirm
        open={sure !== undefined}
        title={sure === 'same' ? (twoCodes ? '代码不同，还是合并？' : '合并成一份？') : '确定是两家单位？'}
        text={
          sure === 'same'
            ? '会员、申请、转会和覆盖关系都归到保留的那一份；用老名称或老二维码也能找到它。7 天内可以在“数据清理”里撤销。'
            : '以后不再问这两份。'
        }
        confirmLabel={sure === 'same' ? '合并' : '是两家单位'}
        busy={merge.busy || apart.busy}
        onCancel={() => setSure(undefined)}
        onConfirm={() => void run()}
      />
    </View>
  )
}

/** 合并以后. */
function After({ preview, keep }: { readonly preview: Preview; readonly keep: UnitId }) {
  const outcome = preview.outcomes.find((one) => one.keep === keep)
  if (outcome === undefined) return null
  return (
    <Card title="合并以后">
      <FactList
        items={[
          { heading: '单位', text: outcome.name },
          { heading: '统一社会信用代码', text: outcome.uscc ?? '没有' },
          { heading: '工会', text: unionText(outcome) },
          {
            heading: '要改的会籍',
            text:
              outcome.moved === 0
                ? '没有'
                : `${countText(outcome.moved)}${outcome.renamed ? '，会员看到的单位名称会变，记入变动' : '，会员看到的不变'}`,
          },
        ]}
      />
    </Card>
  )
}

function OneSide({ side, title }: { readonly side: Side; readonly title: string }) {
  return (
    <Card title={`${title} ${side.name}`}>
      <FactList
        items={[
          { heading: '统一社会信用代码', text: codeText(side) },
          { heading: '在哪儿', text: side.place },
          { heading: '性质', text: side.unitKind },
          { heading: '工会', text: unionText(side) },
          { heading: '会籍', text: countText(side.members) },
          { heading: '在办的申请', text: countText(side.applications, '件') },
          { heading: '在办的转会', text: countText(side.transfers, '件') },
          { heading: '下属单位', text: countText(side.branches, '家') },
          { heading: '职工人数', text: `${side.staff} 人` },
        ]}
      />
    </Card>
  )
}

/** Another merge has made them one meanwhile: there is nothing to decide, and the task goes. */
function AlreadyOne({ union, task }: Props) {
  const close = useAct(membership, 'notSameUnits')
  const run = async () => {
    await close.run({ union, task })
    void back()
  }
  return (
    <Screen
      title="是不是同一家单位"
      footer={<MainAction id="units-close" label="知道了，收起这件待办" busy={close.busy} onTap={() => void run()} />}
    >
      <Notice tone="info" title="已经是一份了">
        这两份已经和别的登记合并过，不用再定。
      </Notice>
    </Screen>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { ConfirmationCode, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PhoneConfirm } from '../../components/PhoneConfirm'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { atDesk } from '../../services/desk'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'
import { Bars } from '../parts/bars'
import { fetchFile } from './fetch-file'
import { annexName, type ExportView } from './texts'

interface Props {
  readonly union: UnionId
  readonly view: ExportView
  readonly onView: (view: ExportView) => void
  readonly onDone: () => void
}

interface Made {
  readonly part: number
  readonly fileName: string
  readonly password: string
  readonly pieces: number
}

/** 第三步: the file, and its password beside it, once. */
export function Files({ union, view, onView, onDone }: Props) {
  const seal = useAct(membership, 'sealExport')
  const remove = useAct(membership, 'removeExport')
  const [asking, setAsking] = useState<number>()
  const [removing, setRemoving] = useState(false)
  const [made, setMade] = useState<Made>()
  const [fetched, setFetched] = useState<number>()
  const [problem, setProblem] = useState<Problem | 'not-given'>()
  const of = { union, export: view.export }

  const take = async (file: Made) => {
    setProblem(undefined)
    setFetched(0)
    const came = await fetchFile({ ...of, part: file.part }, file, setFetched)
    setFetched(undefined)
    if (came !== 'given') setProblem(came)
  }
  const make = async (part: number, confirmation?: ConfirmationCode) => {
    setAsking(undefined)
    const answer = await seal.run({ ...of, part, ...(confirmation === undefined ? {} : { confirmation }) })
    if (!answer.ok) return
    const file = { part, ...answer.data }
    setMade(file)
    await take(file)
  }
  const giveUp = async () => {
    setRemoving(false)
    const answer = await remove.run(of)
    if (answer.ok) onView(answer.data)
  }
  if (view.state === 'removed')
    return <Empty title="文件已经删除" note="要用的话，再导出一次。" action={{ label: '导出别的表', onTap: onDone }} />
  if (asking !== undefined)
    return (
      <PhoneConfirm
        what={{ kind: 'export-table', ...of }}
        title="请用手机确认"
        onConfirmed={(code) => void make(asking, code)}
        onCancel={() => setAsking(undefined)}
      />
    )
  const begin = (part: number) => (atDesk() ? setAsking(part) : void make(part))
  const refused = seal.problem ?? remove.problem
  return (
    <>
      {refused !== undefined && <Notice tone="danger">{refused.message}</Notice>}
      {problem !== undefined && made !== undefined && (
        <Notice
          tone="danger"
          id="export-not-taken"
          action={{ id: 'export-take-again', label: '再取一次', onTap: () => void take(made) }}
        >
          {problem === 'not-given' ? '手机没有打开文件。密码没有变。' : `${problem.message}密码没有变。`}
        </Notice>
      )}
      {made !== undefined && (
        <Card id="export-made" title="打开密码" note={made.fileName} tone="success">
          <Text className="export-password" selectable userSelect>
            {made.password}
          </Text>
          <Text className="export-note">
            只显示这一次，请抄下来。不要和文件发在一起：文件发微信，密码打电话说。忘了就再生成一次，会换新密码。
          </Text>
          {fetched !== undefined && <Bars items={[{ label: '取文件', count: fetched }]} of={made.pieces} />}
        </Card>
      )}
      <Card
        id="export-ready"
        title={`${view.ofName} ${annexName[view.annex]}`}
        note={`共 ${view.rows} 行。文件用密码加密，Excel、WPS 都能打开；一天后自动删除。`}
      >
        <View className="export-parts">
          {Array.from({ length: view.parts }, (_, part) => {
            const Action = made?.part === part ? SideAction : MainAction
            return (
              <Action
                key={part}
                id={`export-make-${part}`}
                label={labelOf(part, view.parts, made?.part === part)}
                busy={seal.busy || fetched !== undefined}
                onTap={() => begin(part)}
              />
            )
          })}
        </View>
      </Card>
      {made !== undefined && (
        <Notice tone="info" title="接下来">
          打印前先核对人数。报送用工会指定的方式，不要发到个人邮箱或群里。
        </Notice>
      )}
      <SideAction id="export-done" label="导出别的表" onTap={onDone} />
      <TextAction id="export-remove" label="现在就删除" quiet onTap={() => setRemoving(true)} />
      <Confirm
        open={removing}
        title="删除这次导出？"
        text="系统里的文件马上删除；已经下载的不受影响。"
        confirmLabel="删除"
        onConfirm={() => void giveUp()}
        onCancel={() => setRemoving(false)}
      />
    </>
  )
}

function labelOf(part: number, parts: number, again: boolean): string {
  const which = parts === 1 ? '文件' : `第 ${part + 1} 个文件`
  return again ? `重新生成${which}` : `生成${which}`
}

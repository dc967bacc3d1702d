import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { scrutinyProcedures } from '../../../shared/contract/review-scrutiny'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { momentText } from '../../pages/today'
import { savesFiles } from '../../services/save-file'
import { useAct } from '../../services/use-act'
import { useFile } from './use-file'

type Standing = z.output<typeof scrutinyProcedures.exportStanding.output>

interface Props {
  readonly union: UnionId
  readonly review: ReviewId
  readonly standing: Standing
  readonly fileName: string
  readonly reload: () => void
}

/** 双人导出: asked by one, confirmed by another, fetched by either. */
export function Export(props: Props) {
  const { asked, open } = props.standing
  if (open !== undefined) return <Fetching {...props} until={momentText(open.until)} />
  if (asked === undefined) return <Asking {...props} />
  const until = momentText(asked.until)
  if (!asked.mine) return <Confirming {...props} until={until} />
  return (
    <Card
      id="scrutiny-asked"
      title="您申请了，等另一位监票人确认"
      note={`请另一位监票人登录自己的账号，打开这一页确认，${until} 以前有效。过了时间就重新申请。`}
      tone="success"
    >
      <SideAction id="scrutiny-look" label="看看确认了没有" onTap={props.reload} />
    </Card>
  )
}

function Asking({ union, review, reload }: Props) {
  const ask = useAct(contract, 'askExport')
  const send = async () => {
    await ask.run({ union, review })
    reload()
  }
  return (
    <Card
      title="重新计一遍票"
      note="复核文件里有全部封好的选票和开票的钥匙，没有任何人的姓名。要两位监票人：一位申请，另一位半小时内确认，然后两位都能取。"
    >
      {ask.problem !== undefined && (
        <Notice tone="danger" id="scrutiny-problem">
          {ask.problem.message}
        </Notice>
      )}
      <MainAction id="scrutiny-ask" label="申请导出复核文件" busy={ask.busy} onTap={() => void send()} />
    </Card>
  )
}

function Confirming({ union, review, reload, until }: Props & { readonly until: string }) {
  const [asking, setAsking] = useState(false)
  const confirm = useAct(contract, 'confirmExport')
  const send = async () => {
    const done = await confirm.run({ union, review })
    setAsking(false)
    if (done.ok) reload()
  }
  return (
    <Card
      title="另一位监票人申请导出复核文件"
      note={`您确认了，两位才能取，${until} 以前有效。请先问清楚是谁申请的、做什么用。`}
    >
      {confirm.problem !== undefined && (
        <Notice tone="danger" id="scrutiny-problem" action={{ label: '刷新', onTap: reload }}>
          {confirm.problem.message}
        </Notice>
      )}
      <MainAction id="scrutiny-confirm" label="确认导出" onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="确认导出复核文件？"
        text="确认后两小时内，您和申请的监票人都能取文件。谁申请、谁确认、谁取走，都记在审计里。"
        confirmLabel="确认导出"
        busy={confirm.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </Card>
  )
}

function Fetching({ union, review, standing: { digest }, fileName, until }: Props & { readonly until: string }) {
  const { state, fetch } = useFile({ union, review }, fileName)
  if (!savesFiles)
    return (
      <Card
        id="scrutiny-at-desk"
        title="可以取文件了，请到电脑上取"
        note={`手机上存不了这个文件。请在电脑上登录，从工作台的“监票”打开这一页，${until} 以前取。`}
        tone="success"
      />
    )
  return (
    <Card
      id="scrutiny-open"
      title="可以取文件了"
      note={`${until} 以前，申请和确认的两位监票人都能取。票多的时候要等一会儿，请不要关这一页。`}
      tone="success"
    >
      {state.at !== 'begin' && (
        <View className="scrutiny-bar">
          <View
            id="scrutiny-done"
            className="scrutiny-bar-done"
            style={{ width: `${Math.round(state.done * 100)}%` }}
          />
        </View>
      )}
      {state.at === 'broken' && (
        <Notice tone="danger" id="scrutiny-problem" title="没有取完">
          {state.problem.message}
        </Notice>
      )}
      {state.at === 'saved' && <Saved fileName={fileName} digest={digest} />}
      <MainAction
        id="scrutiny-fetch"
        label={state.at === 'saved' ? '再取一次' : state.at === 'broken' ? '接着取' : '取复核文件'}
        busy={state.at === 'fetching'}
        onTap={() => void fetch()}
      />
    </Card>
  )
}

/** 怎么复核: with the program that comes with the system, by whoever knows how to run one. */
function Saved({ fileName, digest }: { readonly fileName: string; readonly digest: string }) {
  return (
    <Notice id="scrutiny-saved" tone="success" title={`存好了，在“下载”里：${fileName}`}>
      <View className="scrutiny-how">
        <Text>在装有 Node 的电脑上，到本系统程序的文件夹里运行下面这一行，它自己开票、重新计一遍，不用联网：</Text>
        <Text id="scrutiny-command" className="scrutiny-code" selectable userSelect>
          {`npm run review:verify ${fileName} ${digest}`}
        </Text>
        <Text>最后写着 everything fits，就是和公布的一致。算完请把文件删掉，不要外传。</Text>
      </View>
    </Notice>
  )
}

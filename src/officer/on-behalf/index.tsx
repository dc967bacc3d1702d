import { useReducer, useState } from 'react'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Applicant } from '../../pages/join/applicant'
import { newFlow, reduceFlow } from '../../pages/join/flow'
import { Purpose, joining } from '../../pages/join/purpose'
import { StepPage } from '../../pages/join/step-page'
import { today } from '../../pages/today'
import { back, goHome } from '../../services/route'
import { useUnion } from '../parts/use-office'
import { PaperPart, type Entered } from './paper-part'
import '../../pages/join/index.scss'

const onBehalf: Purpose = { ...joining, title: '代办入会', foot: '替本人填写，离开这一页不保存' }
const idle = { busy: false, problem: undefined, onSubmit: () => undefined }

/** 代办入会 (APP-03): the questions of joining, asked for somebody who signed on paper. */
export default function OnBehalfPage() {
  const union = useUnion()
  const [begun, setBegun] = useState(false)
  const [entered, setEntered] = useState<Entered>()
  if (union === undefined)
    return (
      <Screen title="代办入会">
        <Empty title="没有找到这个工会" action={{ label: '回首页', onTap: () => void goHome() }} />
      </Screen>
    )
  if (entered !== undefined) return <Done entered={entered} />
  if (!begun) return <Start onBegin={() => setBegun(true)} />
  return <Questions union={union} onEntered={setEntered} />
}

function Start({ onBegin }: { readonly onBegin: () => void }) {
  return (
    <Screen title="代办入会" footer={<MainAction id="on-behalf-begin" label="开始填" onTap={onBegin} />}>
      <Card title="给没有微信的职工办入会">
        <FactList
          items={[
            { heading: '1', text: '本人读过申请书，在纸上签了名，写明同意使用证件号码' },
            { heading: '2', text: '工会委员会已经讨论同意' },
            { heading: '3', text: '手边有本人的证件号码、手机号和签名的纸' },
          ]}
        />
      </Card>
      <Notice tone="info">下面的问题里，“您”都指本人。以后他有了微信，可以凭手机号或当面绑定。</Notice>
    </Screen>
  )
}

/** There is no poster to begin with: the first question is about work. */
function Questions({ union, onEntered }: { readonly union: UnionId; readonly onEntered: (entered: Entered) => void }) {
  const [flow, send] = useReducer(reduceFlow, newFlow(today(), { kind: 'returned' }))
  const onPaper = flow.step === 'route' || flow.step === 'letter' || flow.step === 'check'
  if (onPaper)
    return <PaperPart union={union} flow={flow} onBack={() => send({ type: 'back' })} onEntered={onEntered} />
  return (
    <Applicant.Provider value="somebody-else">
      <Purpose.Provider value={onBehalf}>
        <StepPage flow={flow} send={send} notice={undefined} submitting={idle} />
      </Purpose.Provider>
    </Applicant.Provider>
  )
}

function Done({ entered: { name, memberNumber } }: { readonly entered: Entered }) {
  return (
    <Screen title="代办入会">
      <Empty
        title={`${name}已经入会`}
        note={`会员号 ${memberNumber}。纸质申请书请交一份给上级工会；您填的手机号满 30 天后，才能用来绑定微信，急用可以当面绑定。`}
        action={{ id: 'on-behalf-done', label: '好', onTap: () => void back() }}
      />
    </Screen>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Check } from '../../components/Check'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Fold } from '../../components/Fold'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { householdOfDocument, identityToSend } from '../../pages/join/identity-check'
import { retiredOf, type Flow } from '../../pages/join/flow'
import { situationOf } from '../../pages/join/situation'
import { showFirstError } from '../../pages/show-first-error'
import { today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { PaperField } from '../../components/PaperField'
import '../parts/parts.scss'

export interface Entered {
  readonly name: string
  readonly memberNumber: string
}

interface Props {
  readonly union: UnionId
  readonly flow: Flow
  readonly onBack: () => void
  readonly onEntered: (entered: Entered) => void
}

/** 归不归本会, then the paper: whose signature, when, and when the committee agreed. */
export function PaperPart({ union, flow, onBack, onEntered }: Props) {
  const situation = situationOf(flow)
  const identity = identityToSend(flow.answers.identity, flow.today)
  const { education } = flow.answers
  const household = flow.answers.household ?? householdOfDocument(flow.answers, flow.today)
  const retired = retiredOf(flow)
  const route = useAsk(
    membership,
    'onBehalfRoute',
    situation === undefined || identity === undefined ? undefined : { union, situation, retired, identity },
  )
  const enter = useAct(membership, 'enterOnBehalf')
  const [picture, setPicture] = useState<string>()
  const [signed, setSigned] = useState<string>()
  const [decided, setDecided] = useState<string>()
  const [wechat, setWechat] = useState<'yes' | 'no'>()
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const letter = route.data?.letter
  const ours = route.data?.ours === true
  const [signedOn, decidedOn] = [IsoDate.safeParse(signed), IsoDate.safeParse(decided)]

  const send = async () => {
    if (letter === undefined || situation === undefined || identity === undefined) return
    if (!signedOn.success || !decidedOn.success || picture === undefined || wechat === undefined || !agreed) {
      setTried(true)
      return showFirstError()
    }
    if (education === undefined || household === undefined) return
    const paper = {
      picture,
      signedOn: signedOn.data,
      letterVersion: letter.version,
      privacyVersion: letter.privacyVersion,
      sensitiveAgreed: true as const,
    }
    const form = {
      situation,
      retired,
      identity,
      details: { education, household },
      hasWechat: wechat === 'yes',
      paper,
      committee: { decidedOn: decidedOn.data },
    }
    const sent = await enter.run({ union, form })
    if (sent.ok) onEntered({ name: identity.name, memberNumber: sent.data.memberNumber })
  }
  const refused = enter.problem?.kind === 'refused' ? enter.problem.fields : {}
  return (
    <Screen
      title="代办入会"
      loading={route.loading}
      problem={route.problem}
      onRetry={route.reload}
      footer={
        <View>
          {ours && <MainAction id="on-behalf-send" label="办理入会" busy={enter.busy} onTap={() => void send()} />}
          <TextAction id="on-behalf-back" label="上一步" onTap={onBack} />
        </View>
      }
    >
      {route.data !== undefined && !ours && (
        <Card title="按规定不归本会" note={route.data.sentence} tone="warning">
          <Notice tone="info">
            {route.data.primary === undefined
              ? '请和上级工会商量。'
              : `请本人到${route.data.primary.name}办理，或者回上一步核对单位。`}
          </Notice>
        </Card>
      )}
      {letter !== undefined && ours && (
        <View className="decide">
          <Card title="归本会" note={route.data?.sentence ?? ''} tone="success" />
          <Fold id="on-behalf-letter" summary="申请书原文，请对照纸上的文字">
            {letter.text}
          </Fold>
          <PaperField
            id="on-behalf-paper"
            title="本人签名的申请书"
            note="拍全、拍清楚"
            picture={picture}
            onChange={setPicture}
            error={refused['form.paper.picture'] ?? (tried && picture === undefined ? '请拍下签名的纸' : undefined)}
          />
          <DateField
            id="on-behalf-signed"
            label="本人哪天签的名？"
            value={signed}
            end={today()}
            onChange={setSigned}
            error={tried && !signedOn.success ? '请选日期' : undefined}
          />
          <DateField
            id="on-behalf-decided"
            label="委员会哪天讨论同意的？"
            value={decided}
            end={today()}
            onChange={setDecided}
            error={refused['form.committee.decidedOn'] ?? (tried && !decidedOn.success ? '请选日期' : undefined)}
          />
          <ChoiceList
            id="on-behalf-wechat"
            label="本人有微信吗？"
            value={wechat}
            options={[
              { value: 'no', label: '没有' },
              { value: 'yes', label: '有，以后自己绑定' },
            ]}
            onChange={setWechat}
            error={tried && wechat === undefined ? '请选有没有微信' : undefined}
          />
          <Check
            id="on-behalf-agree"
            checked={agreed}
            onChange={setAgreed}
            {...(tried && !agreed ? { error: '纸上没有写明的，请本人补写' } : {})}
          >
            纸上写明：本人同意工会为入会和会籍管理使用证件号码
          </Check>
          {enter.problem !== undefined && (
            <Notice tone="danger">{Object.values(refused)[0] ?? enter.problem.message}</Notice>
          )}
        </View>
      )}
    </Screen>
  )
}

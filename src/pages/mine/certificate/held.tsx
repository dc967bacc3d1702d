import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import { chinaDay } from '../../../../shared/core/time'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { FactList } from '../../../components/FactList'
import { Notice } from '../../../components/Notice'
import { QrCode } from '../../../components/QrCode'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { replaceWith } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { daysLeft, fullDayText } from '../../today'

type Certificate = NonNullable<z.output<typeof membership.procedures.myCertificate.output>['certificate']>

interface Props {
  readonly certificate: Certificate
  readonly reload: () => void
}

/** The certificate as the other union scans it, and the two ways in which it ends. */
export function HeldCertificate({ certificate, reload }: Props) {
  const { link, code, destination, unionName, issuedAt, expiresAt } = certificate
  const left = daysLeft(expiresAt)
  return (
    <Screen title="会籍证明">
      <View className="data">
        <View className="certificate" id="certificate-shown">
          <View className="certificate-head">
            <Text className="certificate-title">会籍证明</Text>
            <Tag tone={left > 7 ? 'success' : 'warning'}>{left > 1 ? `还有 ${left} 天` : '最后一天'}</Tag>
          </View>
          <QrCode id="certificate-qr" text={link} size={240} label="会籍证明的二维码" />
          <Text className="certificate-hint">{`请${destination}用微信扫这个码，当场看到真假`}</Text>
          <Text className="data-note">核验码</Text>
          <Text className="certificate-code" selectable userSelect>
            {code}
          </Text>
        </View>
        <Card>
          <FactList
            items={[
              { heading: '转到', text: destination },
              { heading: '现在的工会', text: unionName },
              { heading: '开具', text: fullDayText(chinaDay(issuedAt)) },
              { heading: '有效到', text: fullDayText(chinaDay(expiresAt)) },
            ]}
          />
        </Card>
        <Notice tone="info">不在一个地方的，截屏发给对方也能扫。证明上没有您的全名和证件号码。</Notice>
        <Endings certificate={certificate} reload={reload} />
      </View>
    </Screen>
  )
}

type Ending = 'received' | 'withdrawn'

function Endings({ certificate: { destination, unionName }, reload }: Props) {
  const received = useAct(membership, 'certificateReceived')
  const withdraw = useAct(membership, 'withdrawCertificate')
  const [asked, setAsked] = useState<Ending>()
  const problem = received.problem ?? withdraw.problem

  const confirm = async () => {
    const leaves = asked === 'received'
    const done = leaves ? await received.run({}) : await withdraw.run({})
    setAsked(undefined)
    if (!done.ok) return
    if (leaves) await replaceWith('pages/mine/membership/index')
    else reload()
  }
  const words = asked === 'received' ? receivedWords(destination, unionName) : withdrawnWords(unionName)
  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <SideAction id="certificate-received" label="外地已经接收" onTap={() => setAsked('received')} />
      <SideAction id="certificate-withdraw" label="不转了" danger onTap={() => setAsked('withdrawn')} />
      <Confirm
        open={asked !== undefined}
        {...words}
        danger
        busy={received.busy || withdraw.busy}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(undefined)}
      />
    </>
  )
}

function receivedWords(destination: string, unionName: string) {
  return {
    title: `${destination}已经接收您了？`,
    text: `您在${unionName}的会籍就此结束，这份证明作废。会员号和经历为您留着，以后回来接着用。对方还没办好的，先别点。`,
    confirmLabel: '已经接收，结束这边的会籍',
  }
}

function withdrawnWords(unionName: string) {
  return {
    title: '不转了？',
    text: `这份证明马上作废，别人再扫会看到“已经失效”。您还是${unionName}的会员，什么都不变；要转时再开一份。`,
    confirmLabel: '不转了，作废证明',
  }
}

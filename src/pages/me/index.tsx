import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { session, type Me } from '../../../shared/contract/session'
import { privacyNotice } from '../../../shared/policy/privacy'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { PhoneButton } from '../../components/PhoneButton'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { useLargeType } from '../../services/large-type'
import { atDesk } from '../../services/desk'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { endedText } from '../ended-text'
import { hotline } from '../hotline'
import { fullDayText } from '../today'
import './index.scss'

type MeView = z.infer<typeof Me>

export default function MePage() {
  const me = useAsk(session, 'me', {})
  return (
    <Screen title="我的" loading={me.loading} problem={me.problem} onRetry={me.reload}>
      {me.data !== undefined && (
        <View className="me">
          <MyStanding me={me.data} />
          {(me.data.standing.kind === 'member' || me.data.standing.kind === 'ended') && (
            <ListRow
              id="me-membership"
              title="我的会籍"
              note="在哪个工会、有过哪些变动；转会、退会"
              onTap={() => void go('pages/mine/membership/index')}
            />
          )}
          <ListRow
            id="me-application"
            title="我的申请"
            note="进度和填过的内容"
            onTap={() => void go('pages/progress/index')}
          />
          <ListRow
            id="me-letter"
            title="我的入会申请书"
            note="可以看，可以打印"
            onTap={() => void go('pages/letter/index')}
          />
          <MyPhone verified={me.data.verifiedMobile} reload={me.reload} />
          <ListRow
            id="me-data"
            title="我的资料"
            note="存了什么、谁看过；更正、导出、删除"
            onTap={() => void go('pages/mine/stored/index')}
          />
          <ListRow
            id="me-verify"
            title="验卡"
            note="扫别人出示的会员卡，看是不是有效"
            onTap={() => void go('pages/card/verify/index')}
          />
          <ListRow
            id="me-desks"
            title="登录电脑"
            note="扫电脑上的码；看登录着的电脑"
            onTap={() => void go('pages/mine/desks/index')}
          />
          <Fold id="me-privacy" summary="个人信息怎么用、谁能看到">
            {privacyNotice.sections.map(({ heading, text }) => (
              <View key={heading} className="me-privacy">
                <Text className="me-privacy-heading">{heading}</Text>
                <Text className="me-privacy-text">{text}</Text>
              </View>
            ))}
          </Fold>
          <Settings />
        </View>
      )}
    </Screen>
  )
}

function MyStanding({ me: { standing } }: { readonly me: MeView }) {
  switch (standing.kind) {
    case 'none':
      return (
        <Card title="您还没有加入工会" note="扫一扫工会的海报，几步就能入会。">
          <SideAction id="me-join" label="去入会" onTap={() => void go('pages/join/index')} />
          <SideAction id="me-bind" label="我已经是会员，找回身份" onTap={() => void go('pages/mine/bind/index')} />
        </Card>
      )
    case 'applying':
      return (
        <Card title="申请正在办" note={standing.unionName}>
          <SideAction
            id="me-progress"
            label="看进度"
            onTap={() => void go('pages/progress/index', { application: standing.application })}
          />
        </Card>
      )
    case 'ended':
      return <Card title={endedText[standing.state]} note={standing.unionName} />
    case 'member':
      return (
        <Card title={standing.maskedName}>
          <FactList
            items={[
              { heading: '会员号', text: standing.memberNumber },
              { heading: '会籍', text: standing.retained ? '保留' : '在会' },
              { heading: '入会日期', text: fullDayText(standing.since) },
              {
                heading: '所在工会',
                text: standing.unionName,
                action: { label: '看看', onTap: () => void go('pages/union/index', { union: standing.union }) },
              },
            ]}
          />
        </Card>
      )
  }
}

function MyPhone({ verified, reload }: { readonly verified: string | undefined; readonly reload: () => void }) {
  const [failed, setFailed] = useState(false)
  return (
    <Card
      title="微信验证的手机号"
      note={
        verified === undefined
          ? '还没有验证。验证后，系统才能认出您以前的会籍。'
          : `${verified}，换了号码可以再验证一次。`
      }
    >
      {atDesk() ? (
        <Text className="me-privacy-text">请在手机微信里验证。</Text>
      ) : (
        <PhoneButton
          id="me-verify-phone"
          label={verified === undefined ? '用微信验证' : '换一个号码'}
          onVerified={() => {
            setFailed(false)
            reload()
          }}
          onProblem={() => setFailed(true)}
        />
      )}
      {failed && <Notice tone="warning">微信没有给出手机号，请再试一次。</Notice>}
    </Card>
  )
}

function Settings() {
  const type = useLargeType()
  return (
    <>
      <ListRow
        id="me-large-type"
        title="关怀模式"
        note={type.large ? '大字，点一下换回标准字号' : '字更大，按钮更大'}
        onTap={type.toggle}
      />
      <ListRow
        id="me-hotline"
        title={`职工热线 ${hotline}`}
        note="法律、维权、帮扶，都可以打"
        onTap={() => void Taro.makePhoneCall({ phoneNumber: hotline })}
      />
    </>
  )
}

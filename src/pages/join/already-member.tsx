import { Text, View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { goHome, replaceWith } from '../../services/route'
import type { Invitation } from './entry'

interface Props {
  readonly unionName: string
  /** The poster that was scanned. */
  readonly scanned: Invitation | undefined
}

/** 已是会员 who scans a poster: the membership moves with one tap, and nobody joins twice. */
export function AlreadyMember({ unionName, scanned }: Props) {
  const where = scanned?.unit?.name ?? scanned?.union.name
  const transfer = () => void replaceWith('pages/mine/transfer/index', { scene: scanned?.scene })
  return (
    <Screen title="入会" footer={<MainAction id="join-transfer" label="换了单位，去办转会" onTap={transfer} />}>
      <View className="join-head">
        <Text className="join-title">您已经是会员</Text>
        <Text className="join-hint">{unionName}</Text>
      </View>
      <Card>
        <Text className="join-sentence">
          {where === undefined
            ? '不用再次入会。换了单位的，会籍跟着工作转过去就行，会员号和入会时间不变。'
            : `您扫的是${where}的码。现在在那里工作的，会籍转过去就行，不用再次入会；没有换单位的，什么也不用办。`}
        </Text>
      </Card>
      <SideAction id="join-home" label="没有换，回首页" onTap={() => void goHome()} />
    </Screen>
  )
}

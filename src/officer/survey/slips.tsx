import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { Confirm } from '../../components/Confirm'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { QrCode } from '../../components/QrCode'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { beginsText, endsText, titleOf } from '../../pages/my-review'
import { printPage } from '../../services/picture'
import { dropSlips, type Slip } from './held-slips'

interface Props {
  readonly row: ReviewRow
  readonly slips: readonly Slip[]
  readonly onDone: () => void
}

/** 打印纸条: told once. As long as this page is open it can be printed again; after that nobody can. */
export function Slips({ row, slips, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <Screen
      title="打印纸条"
      wide
      footer={
        <View className="survey-foot">
          <MainAction id="slips-print" label="打印" onTap={() => void printPage()} />
          <SideAction id="slips-done" label="印好了，不留在电脑上" onTap={() => setAsking(true)} />
        </View>
      }
    >
      <View className="survey survey-unprinted">
        <Notice id="slips-once" tone="warning" title={`${slips.length} 张纸条，只在这一页上，只有这一次`}>
          调查码系统里不留。这一页关了就再也印不出来，没印好可以再点一次“打印”。印坏的一批，回上一页整批作废，重新做。
        </Notice>
        <Notice tone="info">
          每页八张，沿虚线裁开，对折封好，混在一起放进箱子，让职工自己抽。谁抽到哪一张，请不要记。
        </Notice>
      </View>
      <View className="slip-sheet">
        {slips.map((slip) => (
          <OneSlip key={slip.code} row={row} slip={slip} />
        ))}
      </View>
      <Confirm
        open={asking}
        title="纸条都印好了？"
        text="点了以后，这些调查码从这台电脑上消失，不能再看、再印。"
        confirmLabel="都印好了"
        onConfirm={() => {
          dropSlips(row.review)
          onDone()
        }}
        onCancel={() => setAsking(false)}
      />
    </Screen>
  )
}

function OneSlip({ row, slip: { code, link } }: { readonly row: ReviewRow; readonly slip: Slip }) {
  return (
    <View className="slip">
      <View className="slip-text">
        <Text className="slip-title">{titleOf(row)}</Text>
        <Text>{row.unionName}</Text>
        <Text>微信扫码，领凭证、投票；无记名，一张一票。</Text>
        <Text>{`${beginsText(row.receivingFrom)}起领凭证，${beginsText(row.votingFrom)}到 ${endsText(row.votingUntil)}投票。`}</Text>
        <Text className="slip-code">{code}</Text>
      </View>
      <QrCode id={`slip-${code}`} text={link} size={150} label="纸条的二维码" />
    </View>
  )
}

/** 贴在墙上的通知: for whoever’s slip cannot be scanned. */
export function WallNotice({
  row,
  link,
  onDone,
}: {
  readonly row: ReviewRow
  readonly link: string
  readonly onDone: () => void
}) {
  return (
    <Screen
      title="打印通知"
      wide
      footer={
        <View className="survey-foot">
          <MainAction id="notice-print" label="打印" onTap={() => void printPage()} />
          <SideAction id="notice-done" label="返回" onTap={onDone} />
        </View>
      }
    >
      <View className="wall-notice">
        <Text className="wall-notice-title">{titleOf(row)}</Text>
        <Text>{row.unionName}</Text>
        <Text>请每位职工自己抽一张纸条，用微信扫纸条上的二维码参加。不用是会员，无记名，一张纸条一票。</Text>
        <Text>{`${beginsText(row.receivingFrom)}起领凭证，${beginsText(row.votingFrom)}到 ${endsText(row.votingUntil)}投票。`}</Text>
        <QrCode id="wall-notice-code" text={link} size={220} label="通知的二维码" />
        <Text>纸条上的二维码扫不出来的，扫这里，再输入纸条上的调查码。</Text>
      </View>
    </Screen>
  )
}

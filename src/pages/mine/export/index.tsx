import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import type { ConfirmationCode } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { PhoneConfirm } from '../../../components/PhoneConfirm'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { atDesk } from '../../../services/desk'
import { printPage } from '../../../services/picture'
import { back } from '../../../services/route'
import { takeAlong, type Taken } from '../../../services/take-along'
import { useAct } from '../../../services/use-act'
import { momentText } from '../../today'
import { DataSections } from '../data-sections'
import '../mine.scss'

type Exported = z.output<typeof membership.procedures.exportMine.output>

const takenTexts: Readonly<Record<Taken, string>> = {
  downloaded: '已经下载。',
  copied: '已经复制，可以粘贴到文件传输助手或邮件里。',
  denied: '没有复制的权限，请在微信设置里允许后再点一次。',
}

/** 导出我的资料: whole values, to read and to take along. */
export default function ExportPage() {
  const exporting = useAct(membership, 'exportMine')
  const [exported, setExported] = useState<Exported>()
  const [confirming, setConfirming] = useState(false)
  const [taken, setTaken] = useState<Taken>()

  const load = async (confirmation?: ConfirmationCode) => {
    setConfirming(false)
    const done = await exporting.run(confirmation === undefined ? {} : { confirmation })
    if (done.ok) setExported(done.data)
  }
  if (confirming)
    return (
      <Screen title="导出我的资料">
        <PhoneConfirm
          what={{ kind: 'export-mine' }}
          title="请用手机确认"
          onConfirmed={(code) => void load(code)}
          onCancel={() => setConfirming(false)}
        />
      </Screen>
    )
  if (exported !== undefined)
    return (
      <Screen
        title="导出我的资料"
        footer={
          <MainAction
            id="export-take"
            label={atDesk() ? '下载 JSON 文件' : '复制成文字（JSON）'}
            onTap={() => void takeAlong('我的资料.json', JSON.stringify(exported, null, 2)).then(setTaken)}
          />
        }
      >
        <Notice tone="info">{`${momentText(exported.madeAt)}的全部资料，请保管好。`}</Notice>
        {taken !== undefined && (
          <Notice tone={taken === 'denied' ? 'warning' : 'success'} id="export-taken">
            {takenTexts[taken]}
          </Notice>
        )}
        <View id="export-data" className="data">
          <DataSections data={exported.data} />
        </View>
        {atDesk() && <SideAction id="export-print" label="打印" onTap={() => void printPage()} />}
      </Screen>
    )
  return (
    <Screen
      title="导出我的资料"
      footer={
        <MainAction
          id="export-load"
          label="导出全部资料"
          busy={exporting.busy}
          onTap={() => (atDesk() ? setConfirming(true) : void load())}
        />
      }
    >
      <Card
        title="导出后能看到完整的证件号码和手机号"
        note="身边有人时请先别导出。每次导出都会记在“谁看过、改过我的资料”里。"
      />
      {exporting.problem !== undefined && <Notice tone="danger">{exporting.problem.message}</Notice>}
      <SideAction id="export-back" label="先不" onTap={() => void back()} />
    </Screen>
  )
}

import { useState } from 'react'
import { kernelSentences } from '../../../shared/contract/kernel-errors'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { update, type Updating } from '../../services/update'

const told: Readonly<Record<Updating, string>> = {
  restarting: '正在重新打开…',
  downloading: '微信正在下载新版本，好了会自动重新打开。',
  'by-hand':
    '微信还没有给出新版本。请下拉微信首页，长按“职工之家”拖到底部删除，再重新打开；您填过的内容存在系统里，不会丢。',
}

/** 请更新: where an app ends up that the system does not understand any more. */
export default function UpdatePage() {
  const [updating, setUpdating] = useState<Updating>()
  return (
    <Screen
      title="请更新"
      footer={<MainAction id="update" label="更新并重新打开" onTap={() => setUpdating(update())} />}
    >
      <Empty title="有新版本了" note={kernelSentences.UPDATE_REQUIRED} />
      {updating !== undefined && (
        <Notice tone="info" id="update-told">
          {told[updating]}
        </Notice>
      )}
    </Screen>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ApplicationView } from '../../../shared/contract/membership-views'
import { MainAction } from '../../components/MainAction'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { Notice } from '../../components/Notice'
import { Approve } from './approve'
import { Assign } from './assign'
import { Reject, Return } from './send-back'

export interface DecisionProps {
  readonly view: ApplicationView
  readonly mayAssign: boolean
  readonly reload: () => void
  readonly onDecided: () => void
}

type Doing = 'nothing' | 'approve' | 'return' | 'reject' | 'assign'

const closed: Readonly<Record<Exclude<ApplicationView['state'], 'submitted'>, string>> = {
  returned: '已经退回，等本人修改。',
  approved: '已经同意入会。',
  rejected: '已经办结：不同意。',
  withdrawn: '本人已经撤回。',
}

/** 决定: one act is open at a time; approving is the red one. */
export function Decision({ view, mayAssign, reload, onDecided }: DecisionProps) {
  const [doing, setDoing] = useState<Doing>('nothing')
  if (view.state !== 'submitted') return <Notice tone="info" title={closed[view.state]} />
  const step = { view, reload, onDecided, onCancel: () => setDoing('nothing') }
  switch (doing) {
    case 'approve':
      return <Approve {...step} />
    case 'return':
      return <Return {...step} />
    case 'reject':
      return <Reject {...step} />
    case 'assign':
      return <Assign {...step} />
    case 'nothing':
      return (
        <View className="decide decide-bar">
          {view.undecided ? (
            <>
              <Notice tone="warning" title="还没有定归哪个工会">
                请先指定一个工会，由那个工会审批。
              </Notice>
              {mayAssign && <MainAction id="application-assign" label="指定工会" onTap={() => setDoing('assign')} />}
            </>
          ) : (
            <MainAction id="application-approve" label="同意入会" onTap={() => setDoing('approve')} />
          )}
          <View className="decide-pair">
            <SideAction id="application-return" label="退回修改" onTap={() => setDoing('return')} />
            <SideAction id="application-reject" label="不同意" onTap={() => setDoing('reject')} />
          </View>
          {mayAssign && !view.undecided && view.objection !== undefined && (
            <TextAction id="application-assign" label="改由别的工会办" onTap={() => setDoing('assign')} />
          )}
        </View>
      )
  }
}

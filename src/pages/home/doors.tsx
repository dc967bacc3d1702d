import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import type { Me } from '../../../shared/contract/session'
import { Icon } from '../../components/Icon'
import { go } from '../../services/route'

interface Door {
  readonly id: string
  readonly icon: 'transfer' | 'union' | 'person' | 'vote'
  readonly title: string
  readonly note: string
  readonly open: () => void
}

/** 几个门: each leads somewhere. */
export function Doors({ me }: { readonly me: z.infer<typeof Me> }) {
  return (
    <View className="home-doors">
      {doorsOf(me).map(({ id, icon, title, note, open }) => (
        <View key={id} id={id} className="home-door" hoverClass="home-door-pressed" onClick={open}>
          <Icon name={icon} size={26} />
          <Text className="home-door-title">{title}</Text>
          <Text className="home-door-note">{note}</Text>
        </View>
      ))}
    </View>
  )
}

function doorsOf({ standing }: z.infer<typeof Me>): readonly Door[] {
  const mine: Door = {
    id: 'home-me',
    icon: 'person',
    title: '我的',
    note: '我的资料 · 12351',
    open: () => void go('pages/me/index'),
  }
  const join: Door = {
    id: 'home-join',
    icon: 'transfer',
    title: '入会',
    note: '先看看归哪个工会',
    open: () => void go('pages/join/index'),
  }
  switch (standing.kind) {
    case 'none':
      return [join, mine]
    case 'ended':
      return standing.state === 'left' ? [join, mine] : [mine]
    case 'applying':
      return [
        {
          id: 'home-application',
          icon: 'transfer',
          title: '入会',
          note: '申请办到哪一步',
          open: () => void go('pages/progress/index', { application: standing.application }),
        },
        mine,
      ]
    case 'member':
      return [
        {
          id: 'home-union',
          icon: 'union',
          title: '我的工会',
          note: standing.unionName,
          open: () => void go('pages/union/index', { union: standing.union }),
        },
        {
          id: 'home-transfer',
          icon: 'transfer',
          title: '转会',
          note: '换了单位，会籍跟着走',
          open: () => void go('pages/mine/transfer/index'),
        },
        {
          id: 'home-reviews',
          icon: 'vote',
          title: '会员评家',
          note: '投票和结果',
          open: () => void go('pages/review/mine/index'),
        },
        {
          id: 'home-membership',
          icon: 'transfer',
          title: '我的会籍',
          note: '记录、转会、退会',
          open: () => void go('pages/mine/membership/index'),
        },
        mine,
      ]
  }
}

import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { registry } from '../../../../shared/contract/registry'
import { Scene } from '../../../../shared/core/ids'
import { Empty } from '../../../components/Empty'
import { Screen } from '../../../components/Screen'
import { replaceWith, useParams } from '../../../services/route'
import { sceneOf } from '../../../services/scan'
import { useAsk, type Asked } from '../../../services/use-ask'
import type { Origin } from '../../join/answers'
import { originOf } from '../../join/entry'
import { streetDepth } from '../../join/near'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { Asking } from './asking'
import { TransferProgress } from './progress'
import '../../join/index.scss'
import './index.scss'

/** 转会: where I work now, and then how far it is. */
export default function TransferPage() {
  const mine = useAsk(membership, 'myTransfer', {})
  const poster = useScanned()
  const [again, setAgain] = useState(false)
  useReloadOnReturn(mine.reload)
  if (mine.data === undefined || poster.waits)
    return <Screen title="转会" loading={mine.loading || poster.waits} problem={mine.problem} onRetry={mine.reload} />
  const { standing, transfer } = mine.data
  const asks = again || (poster.origin !== undefined && transfer?.state !== 'open')
  if (transfer !== undefined && !asks)
    return <TransferProgress transfer={transfer} reload={mine.reload} onAgain={() => setAgain(true)} />
  if (standing === undefined) return <NotAMember />
  const sent = () => {
    setAgain(false)
    poster.drop()
    mine.reload()
  }
  return <Asking standing={standing} origin={poster.origin} onSent={sent} />
}

/** The poster that brought somebody here; one that means nothing brings the questions. */
function useScanned() {
  const params = useParams()
  const [dropped, setDropped] = useState(false)
  const scene = Scene.safeParse(sceneOf(params))
  const invitation = useAsk(registry, 'openInvitation', scene.success ? { scene: scene.data } : undefined)
  const known = invitation.data
  const ownPlace = known?.unit === undefined ? known?.region?.id : undefined
  const around = useAsk(registry, 'regions', ownPlace === undefined ? undefined : { parent: ownPlace })
  const near = (around.data?.path.length ?? 0) >= streetDepth
  const origin: Origin | undefined = known === undefined || dropped ? undefined : originOf({ ...known, near })
  const waits = (scene.success && isUnanswered(invitation)) || (ownPlace !== undefined && isUnanswered(around))
  return { waits, origin, drop: () => setDropped(true) }
}

/** Neither an answer nor a failure yet, whether the question has gone out or is just about to. */
function isUnanswered({ data, problem }: Pick<Asked<unknown>, 'data' | 'problem'>): boolean {
  return data === undefined && problem === undefined
}

function NotAMember() {
  return (
    <Screen title="转会">
      <Empty
        title="先找回会员身份"
        note="这个微信还没认出您是会员。用证件和手机号找回身份，再办转会。"
        action={{ id: 'transfer-bind', label: '找回会员身份', onTap: () => void replaceWith('pages/mine/bind/index') }}
      />
    </Screen>
  )
}

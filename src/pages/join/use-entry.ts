import { useMemo } from 'react'
import { membership } from '../../../shared/contract/membership'
import { registry } from '../../../shared/contract/registry'
import { session } from '../../../shared/contract/session'
import { ApplicationId, Scene } from '../../../shared/core/ids'
import type { Problem } from '../../services/problem'
import { sceneOf } from '../../services/scan'
import { useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { today } from '../today'
import { enter, type Entry } from './entry'
import { streetDepth } from './near'
import { noticeText, type NotJoined } from './notices'

interface Arrived {
  readonly entry: Entry | undefined
  /** The scanned code means nothing here. */
  readonly notice: NotJoined | undefined
  readonly loading: boolean
  readonly problem: Problem | undefined
  readonly reload: () => void
}

/** 打开入会页: the poster, the draft and the application before, asked for at once; then the one decision where to begin. */
export function useEntry(): Arrived {
  const params = useParams()
  const mend = ApplicationId.safeParse(params.mend)
  const scene = useScene(params)
  const invitation = useAsk(registry, 'openInvitation', scene === undefined ? undefined : { scene })
  const draft = useAsk(membership, 'loadDraft', {})
  const me = useAsk(session, 'me', {})
  const earlier = useAsk(membership, 'mine', mend.success ? { application: mend.data } : {})

  const ownPlace = invitation.data?.unit === undefined ? invitation.data?.region?.id : undefined
  const around = useAsk(registry, 'regions', ownPlace === undefined ? undefined : { parent: ownPlace })

  const unknownScene = invitation.problem?.kind === 'refused' && invitation.problem.code === 'SCENE_UNKNOWN'
  const badCode = (params.scene !== undefined || params.q !== undefined) && scene === undefined
  const ready =
    draft.data !== undefined &&
    me.data !== undefined &&
    earlier.data !== undefined &&
    (scene === undefined || unknownScene || invitation.data !== undefined) &&
    (ownPlace === undefined || around.data !== undefined)

  const standing = me.data?.standing
  // 保留会籍 is taken up again by an application as well (R63).
  const memberOf = standing?.kind === 'member' && !standing.retained ? standing.unionName : undefined
  const isMending = mend.success
  const isResuming = params.resume !== undefined
  const entry = useMemo(() => {
    if (!ready) return undefined
    const near = (around.data?.path.length ?? 0) >= streetDepth
    return enter({
      today: today(),
      invitation: invitation.data === undefined ? undefined : { ...invitation.data, near },
      draft: draft.data?.draft,
      earlier: earlier.data?.application,
      memberOf,
      mend: isMending,
      resume: isResuming,
    })
  }, [ready, invitation.data, around.data, draft.data, earlier.data, memberOf, isMending, isResuming])

  const asked = [invitation, draft, me, earlier, around]
  return {
    entry,
    notice: unknownScene ? 'unknown-scene' : badCode ? 'foreign-code' : toldBefore(params.notice),
    loading: entry === undefined && asked.every(({ problem }) => problem === undefined || unknownScene),
    problem:
      entry === undefined ? asked.find(({ problem }) => problem !== undefined && !unknownScene)?.problem : undefined,
    reload: () => {
      for (const one of asked) if (one.problem !== undefined) one.reload()
    },
  }
}

/** 首页扫码没成 leads here with its reason. */
function toldBefore(notice: string | undefined): NotJoined | undefined {
  return notice !== undefined && isNotice(notice) ? notice : undefined
}

function isNotice(text: string): text is NotJoined {
  return text in noticeText
}

function useScene(params: ReturnType<typeof useParams>): Scene | undefined {
  const scene = Scene.safeParse(sceneOf(params))
  return scene.success ? scene.data : undefined
}

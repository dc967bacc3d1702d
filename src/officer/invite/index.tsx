import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { Drawing } from '../../components/Drawing'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { ProblemState } from '../../components/ProblemState'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Waiting } from '../../components/Waiting'
import { act } from '../../services/api'
import { printPage, savePicture, type Saved } from '../../services/picture'
import type { Problem } from '../../services/problem'
import { useAsk } from '../../services/use-ask'
import { useOffice } from '../parts/use-office'
import { posterPaint } from './paint'
import './index.scss'

type Invitation = z.output<typeof registry.procedures.invite.output>

const wholeUnion = 'union'
const posterSize = { width: 330, height: 440 } as const
const savedTexts: Readonly<Record<Saved, string>> = {
  saved: '已保存，可以发到群里，也可以打印出来贴。',
  denied: '没有保存到相册的权限，请在微信设置里允许后再点一次。',
  failed: '没有保存成功，请再点一次，或直接截屏。',
}

/** 邀请入会: a poster with this union’s code, for everybody or for one unit. */
export default function InvitePage() {
  const { office, loading, problem, none, reload } = useOffice()
  return (
    <Screen title="邀请入会" loading={loading} problem={problem} onRetry={reload}>
      {none && <Empty title="您还没有邀请入会的权限" note="由上级工会在系统里登记后，这里会出现海报。" />}
      {office !== undefined && <Invite union={office.union} />}
    </Screen>
  )
}

function Invite({ union }: { readonly union: UnionId }) {
  const units = useAsk(registry, 'unitsOfUnion', { union })
  const [unit, setUnit] = useState(wholeUnion)
  const { invitation, problem, retry } = useInvitation(union, unit === wholeUnion ? undefined : unit)
  const options = [
    { value: wholeUnion, label: '谁都可以扫' },
    ...(units.data?.units ?? []).map((hit) => ({ value: String(hit.unit), label: hit.name })),
  ]
  return (
    <>
      <View className="invite-for">
        {options.length > 1 && (
          <PickField id="invite-unit" label="给谁扫" value={unit} options={options} onChange={setUnit} />
        )}
        {unit !== wholeUnion && <Notice tone="info" title="扫这张码的人，不用再填单位。" />}
      </View>
      {problem !== undefined && <ProblemState problem={problem} onRetry={retry} />}
      {invitation === undefined ? problem === undefined && <Waiting /> : <Poster invitation={invitation} />}
    </>
  )
}

/** The same union and unit always get the same code, so asking again changes nothing. */
function useInvitation(union: UnionId, unit: string | undefined) {
  const [state, setState] = useState<{ invitation?: Invitation; problem?: Problem }>({})
  const [round, setRound] = useState(0)
  useEffect(() => {
    let current = true
    setState({})
    void act(registry, 'invite', { union, ...(unit === undefined ? {} : { unit }) }).then((answer) => {
      if (current) setState(answer.ok ? { invitation: answer.data } : { problem: answer.problem })
    })
    return () => {
      current = false
    }
  }, [union, unit, round])
  return { ...state, retry: () => setRound((before) => before + 1) }
}

function Poster({ invitation }: { readonly invitation: Invitation }) {
  const [saved, setSaved] = useState<Saved>()
  const [unprintable, setUnprintable] = useState(false)
  const paint = useMemo(
    () => posterPaint({ union: invitation.union.name, unit: invitation.unit?.name }, invitation.poster),
    [invitation],
  )
  const { poster } = invitation
  const save = async () => setSaved(await savePicture('invite-poster', `${invitation.union.name}入会海报.png`))
  return (
    <>
      <View className="poster">
        <Drawing
          id="invite-poster"
          width={posterSize.width}
          height={posterSize.height}
          paint={paint}
          {...(poster.kind === 'mini-program-code' ? { picture: poster.image } : {})}
          label={`${invitation.union.name}的入会海报，带二维码`}
        />
      </View>
      {saved !== undefined && (
        <Notice id="invite-saved" tone={saved === 'saved' ? 'success' : 'warning'} title={savedTexts[saved]} />
      )}
      {unprintable && <Notice tone="info" title="手机上不能直接打印，请保存图片后打印，或在电脑上打开这一页。" />}
      <View className="invite-acts">
        <MainAction id="invite-save" label="保存图片" onTap={() => void save()} />
        <SideAction id="invite-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
      </View>
      {poster.kind === 'link' && (
        <View className="invite-link">
          <Text className="invite-note">也可以把链接发给职工：</Text>
          <Text className="invite-address" selectable userSelect>
            {poster.link}
          </Text>
        </View>
      )}
    </>
  )
}

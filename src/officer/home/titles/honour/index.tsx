import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { Honour } from '../../../../../shared/home/titles/honour'
import { isHeld, TitleLevel } from '../../../../../shared/home/titles/title'
import { ChoiceList } from '../../../../components/ChoiceList'
import { Empty } from '../../../../components/Empty'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { useUnion } from '../../../parts/use-office'
import { back, replaceWith, useParams } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useAsk } from '../../../../services/use-ask'
import { honourName, levelName, stateName } from '../texts'

/** 推荐劳动奖状、奖章 (004 18): what is missing is told with its clause before it is sent. */
export default function HonourPage() {
  const union = useUnion()
  const wanted = TitleLevel.safeParse(useParams()['level'])
  const asked = useAsk(home, 'titles', union === undefined ? undefined : { union })
  const act = useAct(home, 'proposeHonour')
  const [honour, setHonour] = useState<Honour>()
  const [level, setLevel] = useState<TitleLevel | undefined>(wanted.success ? wanted.data : undefined)
  const [tried, setTried] = useState(false)
  const titles = asked.data?.titles.filter(({ keeperName }) => keeperName !== undefined) ?? []
  const title = titles.find((one) => one.level === level)
  const missing = title !== undefined && !isHeld(title.state)
  const blocked = missing && asked.data?.needsTitle === true
  const send = async () => {
    setTried(true)
    if (union === undefined || honour === undefined || level === undefined) return
    const done = await act.run({ union, level, honour })
    if (done.ok) void back()
  }
  return (
    <Screen title="推荐荣誉" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && titles.length === 0 && (
        <Empty title="本会上面没有工会，不能推荐" action={{ label: '返回', onTap: () => void back() }} />
      )}
      <ChoiceList
        id="honour-level"
        label="哪一级的？"
        value={level}
        options={titles.map((one) => ({
          value: one.level,
          label: levelName[one.level],
          note: `模范职工之家：${stateName[one.state]}`,
        }))}
        onChange={setLevel}
        error={tried && level === undefined ? '请选一级' : undefined}
      />
      {missing && (
        <Notice
          id="honour-missing"
          tone={blocked ? 'danger' : 'warning'}
          title={blocked ? `要先有${levelName[title.level]}模范职工之家` : `没有${levelName[title.level]}模范职工之家`}
          action={{
            id: 'honour-title',
            label: '去创建、申报',
            onTap: () => void replaceWith('officer/home/titles/one/index', { union, level: title.level }),
          }}
        >
          {blocked
            ? `工会获得相应层级的模范职工之家，才能推荐（${asked.data?.clause ?? ''}）。`
            : '可以推荐，上级会看到这一点。'}
        </Notice>
      )}
      {!blocked && (
        <>
          <ChoiceList
            id="honour-kind"
            label="推荐什么？"
            value={honour}
            options={[
              { value: 'certificate', label: honourName.certificate, note: '推荐本单位' },
              { value: 'medal', label: honourName.medal, note: '推荐本单位的党政负责人' },
            ]}
            onChange={setHonour}
            error={tried && honour === undefined ? '请选一种' : undefined}
          />
          {act.problem !== undefined && <Notice tone="danger">{act.problem.message}</Notice>}
          <MainAction id="honour-send" label="推荐" busy={act.busy} onTap={() => void send()} />
        </>
      )}
    </Screen>
  )
}

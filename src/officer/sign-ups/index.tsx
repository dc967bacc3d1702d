import { useCallback, useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { PublicationId, type UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { fullDayText, today } from '../../pages/today'
import { ask, type OutputOf } from '../../services/api'
import { back, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { usePages } from '../../services/use-pages'
import { useUnion } from '../parts/use-office'

type Answer = OutputOf<typeof registry, 'signUps'>
type Row = Answer['rows'][number]

/** 报名名单、签到、参加人数. */
export default function SignUpsPage() {
  const union = useUnion()
  const read = PublicationId.safeParse(useParams()['publication'])
  const publication = read.success ? read.data : undefined
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'signUps', {
        union: union ?? '',
        publication: publication ?? '',
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, publication],
  )
  const known = union !== undefined && publication !== undefined
  const pages = usePages({ fetch: known ? fetch : undefined, idOf: (row: Row) => row.person })
  const tick = useAct(registry, 'tickPresence')
  const answer = pages.latest
  const begun = answer !== undefined && today() >= answer.day
  const tapped = async ({ person, present }: Row) => {
    if (!known) return
    const done = await tick.run({ union, publication, person, present: !present })
    if (done.ok) pages.reload()
  }
  return (
    <Screen title="报名名单" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {known && answer !== undefined && (
        <>
          <Card
            title={answer.title}
            note={`${fullDayText(answer.day)}，报名 ${answer.signedUp} 人，到了 ${answer.present} 人`}
          />
          {begun ? (
            <Attendance
              key={`${answer.attended ?? answer.present}`}
              union={union}
              publication={publication}
              answer={answer}
              onCounted={pages.reload}
            />
          ) : (
            <Notice tone="info">活动当天起，可以在这里勾选谁到了、登记参加人数。</Notice>
          )}
          {tick.problem !== undefined && <Notice tone="danger">{tick.problem.message}</Notice>}
          {pages.rows.length === 0 && (
            <Empty
              title="名单是空的"
              note="还没有人报名，或者活动过了一年，名单已经删除，只留人数。"
              action={{ id: 'sign-ups-back', label: '返回', onTap: () => void back() }}
            />
          )}
          {pages.rows.map((row) => (
            <ListRow
              key={row.person}
              id={`sign-up-${row.person}`}
              title={row.name}
              note={row.unitName}
              selectable={begun}
              selected={row.present}
              {...(begun ? { onTap: () => void tapped(row) } : {})}
            />
          ))}
          {pages.hasMore && (
            <SideAction id="sign-ups-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
          )}
        </>
      )}
    </Screen>
  )
}

interface AttendanceProps {
  readonly union: UnionId
  readonly publication: PublicationId
  readonly answer: Answer
  readonly onCounted: () => void
}

/** 参加人数: proposed as ticked, told as it was. */
function Attendance({ union, publication, answer: { attended, present }, onCounted }: AttendanceProps) {
  const count = useAct(registry, 'countAttendance')
  const [number, setNumber] = useState(String(attended ?? present))
  const [tried, setTried] = useState(false)
  const whole = /^\d{1,6}$/.test(number)
  const send = async () => {
    setTried(true)
    if (!whole) return
    const done = await count.run({ union, publication, attended: Number(number) })
    if (done.ok) onCounted()
  }
  return (
    <Card title="参加人数" note="只记人数，没报名来了的也算。这是申请补助时“开展活动”的依据。">
      <Field
        id="sign-ups-attended"
        label="一共来了多少人？"
        type="number"
        value={number}
        maxLength={6}
        onInput={setNumber}
        error={tried && !whole ? '请填人数' : undefined}
      />
      {attended !== undefined && <Notice tone="success">{`已经登记 ${attended} 人。`}</Notice>}
      {count.problem !== undefined && <Notice tone="danger">{count.problem.message}</Notice>}
      <SideAction id="sign-ups-count" label="登记人数" busy={count.busy} onTap={() => void send()} />
    </Card>
  )
}

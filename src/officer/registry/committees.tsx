import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { RegistryPage } from '../../../shared/contract/registry-unions'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { committeeName, CommitteeKind } from '../../../shared/org/committees'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { fullDayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'

interface Props {
  readonly union: UnionId
  readonly page: RegistryPage
  readonly reload: () => void
}

/** 委员会和主席. */
export function Committees({ union, page, reload }: Props) {
  const [adding, setAdding] = useState(false)
  const { committees, chair, may, termYears } = page
  return (
    <Card title="委员会" note="换届、补选批复后，系统自动登记。">
      {committees.length === 0 && <Notice tone="info">还没有登记委员会。</Notice>}
      <FactList
        items={committees.map(({ kind, electedOn, byElectedOn, until, seats, chair: leader, standing }) => ({
          heading: committeeName[kind],
          text: `${leader} 等 ${seats} 人，${fullDayText(electedOn)}选出，${byElectedOn === undefined ? '' : `${fullDayText(byElectedOn)}补选，`}到 ${fullDayText(until)}${standing === 'ended' ? '，已满' : ''}`,
        }))}
      />
      {chair !== undefined && <Chair union={union} chair={chair} may={may.note} reload={reload} />}
      {adding ? (
        <Add
          union={union}
          termYears={termYears}
          onDone={() => {
            setAdding(false)
            reload()
          }}
        />
      ) : (
        may.elect && <SideAction id="registry-committee" label="补登以前选出的" onTap={() => setAdding(true)} />
      )}
    </Card>
  )
}

interface ChairProps {
  readonly union: UnionId
  readonly chair: NonNullable<RegistryPage['chair']>
  readonly may: boolean
  readonly reload: () => void
}

/** 主席的培训和合同备案: noted by the union above. */
function Chair({ union, chair: { officer, name, since, trainedOn, contractFiledOn }, may, reload }: ChairProps) {
  const note = useAct(registry, 'noteOfficer')
  const send = async (what: 'trained' | 'contract-filed') => {
    if ((await note.run({ union, officer, what, on: today() })).ok) reload()
  }
  return (
    <>
      <FactList
        items={[
          { heading: '主席', text: `${name}，${fullDayText(since)}到任` },
          {
            heading: '上岗培训',
            text: trainedOn === undefined ? '还没有' : fullDayText(trainedOn),
            ...(may && trainedOn === undefined
              ? { action: { id: 'registry-trained', label: '今天参加了', onTap: () => void send('trained') } }
              : {}),
          },
          {
            heading: '劳动合同变动备案',
            text: contractFiledOn === undefined ? '没有' : fullDayText(contractFiledOn),
            ...(may
              ? { action: { id: 'registry-filed', label: '今天备案', onTap: () => void send('contract-filed') } }
              : {}),
          },
        ]}
      />
      {note.problem !== undefined && <Notice tone="danger">{note.problem.message}</Notice>}
    </>
  )
}

function Add({
  union,
  termYears,
  onDone,
}: {
  readonly union: UnionId
  readonly termYears: readonly number[]
  readonly onDone: () => void
}) {
  const save = useAct(registry, 'saveCommittee')
  const [kind, setKind] = useState<CommitteeKind>()
  const [electedOn, setElectedOn] = useState<string>()
  const [years, setYears] = useState<string>()
  const [seats, setSeats] = useState('')
  const [chair, setChair] = useState('')
  const [tried, setTried] = useState(false)
  const day = IsoDate.safeParse(electedOn)
  const send = async () => {
    setTried(true)
    if (kind === undefined || years === undefined || !day.success || Number(seats) < 1 || chair.trim().length < 2)
      return
    const elected = { kind, electedOn: day.data, termYears: Number(years), seats: Number(seats), chair }
    if ((await save.run({ union, ...elected })).ok) onDone()
  }
  return (
    <View className="decide">
      <ChoiceList
        id="committee-kind"
        label="哪个委员会？"
        value={kind}
        options={CommitteeKind.options.map((value) => ({ value, label: committeeName[value] }))}
        onChange={setKind}
        error={tried && kind === undefined ? '请选一项' : undefined}
      />
      <DateField
        id="committee-day"
        label="哪天选出的？"
        value={electedOn}
        end={today()}
        onChange={setElectedOn}
        error={tried && !day.success ? '请选日期' : undefined}
      />
      <ChoiceList
        id="committee-years"
        label="一届几年？"
        value={years}
        options={termYears.map((one) => ({ value: String(one), label: `${one} 年` }))}
        onChange={setYears}
        error={tried && years === undefined ? '请选任期' : undefined}
      />
      <Field
        id="committee-seats"
        label="委员几人"
        type="number"
        value={seats}
        onInput={setSeats}
        error={tried && !(Number(seats) >= 1) ? '请写人数' : undefined}
      />
      <Field
        id="committee-chair"
        label="主任（主席）姓名"
        value={chair}
        maxLength={40}
        onInput={setChair}
        error={tried && chair.trim().length < 2 ? '请填写姓名' : undefined}
      />
      {save.problem !== undefined && <Notice tone="danger">{save.problem.message}</Notice>}
      <MainAction id="committee-save" label="保存" busy={save.busy} onTap={() => void send()} />
    </View>
  )
}

import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { fullDayText } from '../../pages/today'
import { useAct } from '../../services/use-act'
import type { FiguresView } from '../parts/texts'

interface Props {
  readonly union: UnionId
  readonly told: FiguresView['ruralStaff']
  readonly onTold: () => void
}

/** 农民工人数: the one number of the rates that no record has. */
export function RuralStaff({ union, told, onTold }: Props) {
  const tell = useAct(membership, 'tellRuralStaff')
  const [typed, setTyped] = useState<string>()
  const save = async () => {
    const done = await tell.run({ union, count: Number(typed) })
    if (!done.ok) return
    setTyped(undefined)
    onTold()
  }
  const stands = told === undefined ? '还没有填' : `${told.count} 人，${fullDayText(told.on)}填`
  return (
    <Card id="rural-staff" title="农民工人数" note={`职工里农村户籍的有多少人，算农民工入会率用。${stands}`}>
      {typed === undefined ? (
        <SideAction id="rural-edit" label={told === undefined ? '填写' : '修改'} onTap={() => setTyped('')} />
      ) : (
        <>
          <Field id="rural-count" label="多少人" value={typed} onInput={setTyped} maxLength={7} type="number" />
          {tell.problem !== undefined && <Notice tone="danger">{tell.problem.message}</Notice>}
          <SideAction
            id="rural-save"
            label="保存"
            busy={tell.busy}
            disabled={!/^\d+$/.test(typed)}
            onTap={() => void save()}
          />
        </>
      )}
    </Card>
  )
}

import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import type { MyEvent } from '../../../../shared/contract/membership-events'
import { Card } from '../../../components/Card'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { RegionPicker, type PickedRegion } from '../../../components/RegionPicker'
import { SideAction } from '../../../components/SideAction'
import { useAct } from '../../../services/use-act'

/** 放到居住地: one question, only for whoever wants it. */
export function Home({ event: { event, to }, reload }: { readonly event: MyEvent; readonly reload: () => void }) {
  const tell = useAct(membership, 'tellHome')
  const [open, setOpen] = useState(false)
  const [place, setPlace] = useState<PickedRegion>()
  const send = async () => {
    if (place === undefined) return
    if ((await tell.run({ event, region: place.region })).ok) {
      setOpen(false)
      reload()
    }
  }
  if (!open) return <SideAction id="event-home" label="放到我住的地方" onTap={() => setOpen(true)} />
  return (
    <>
      <Card title="您现在住在哪里？" note={`选好以后，会籍保留在那里的工会；那里没有工会的，还在${to}。`}>
        <RegionPicker id="event-home-place" {...(place === undefined ? {} : { value: place })} onPick={setPlace} />
      </Card>
      {place !== undefined && <Notice tone="info">{`选的是：${place.name}`}</Notice>}
      {tell.problem !== undefined && <Notice tone="danger">{tell.problem.message}</Notice>}
      <MainAction
        id="event-home-send"
        label="就放在这里"
        busy={tell.busy}
        disabled={place === undefined}
        onTap={() => void send()}
      />
    </>
  )
}

import { useState } from 'react'
import { card as contract } from '../../../shared/contract/card'
import { ServiceId, type UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { back, replaceWith, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'
import { ServiceDetail, type Offered } from './detail'
import { draftOf, emptyDraft } from './draft'
import { ServiceForm } from './form'

/** 一项服务: added where none is named, else shown and changed. */
export default function ServicePage() {
  const union = useUnion()
  const named = ServiceId.safeParse(useParams()['service'])
  if (union === undefined) return <Screen title="会员服务" loading />
  return named.success ? <Known union={union} id={named.data} /> : <Adding union={union} />
}

function Adding({ union }: { readonly union: UnionId }) {
  const add = useAct(contract, 'addService')
  return (
    <ServiceForm
      title="添加服务"
      start={emptyDraft}
      busy={add.busy}
      problem={add.problem}
      onCancel={() => void back()}
      onSend={(facts) =>
        void add.run({ union, ...facts }).then((done) => {
          if (done.ok) void replaceWith('officer/service/index', { union, service: done.data.service })
        })
      }
    />
  )
}

function Known({ union, id }: { readonly union: UnionId; readonly id: ServiceId }) {
  const page = useAsk(contract, 'offeredServices', { union })
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState<string>()
  const service = page.data?.services.find((one) => one.service === id)
  const finish = (told: string) => {
    setChanging(false)
    setDone(told)
    page.reload()
  }
  if (changing && service !== undefined)
    return (
      <Changing
        union={union}
        service={service}
        onCancel={() => setChanging(false)}
        onChanged={() => finish('已经改好，会员看到的是新的。')}
      />
    )
  return (
    <Screen title="会员服务" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {done !== undefined && <Notice tone="success">{done}</Notice>}
      {page.data !== undefined && service === undefined && (
        <Empty title="没有找到这项服务" note="链接可能不完整。" action={{ label: '返回', onTap: () => void back() }} />
      )}
      {service !== undefined && (
        <ServiceDetail
          union={union}
          service={service}
          onChange={() => {
            setDone(undefined)
            setChanging(true)
          }}
          onClosed={() => finish('已经停用。')}
        />
      )}
    </Screen>
  )
}

interface ChangingProps {
  readonly union: UnionId
  readonly service: Offered
  readonly onChanged: () => void
  readonly onCancel: () => void
}

function Changing({ union, service, onChanged, onCancel }: ChangingProps) {
  const change = useAct(contract, 'changeService')
  return (
    <ServiceForm
      title="修改服务"
      start={draftOf(service)}
      busy={change.busy}
      problem={change.problem}
      onCancel={onCancel}
      onSend={(facts) =>
        void change.run({ union, service: service.service, ...facts }).then((done) => {
          if (done.ok) onChanged()
        })
      }
    />
  )
}

import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ServiceKind } from '../../../../shared/card/service'
import { card as contract } from '../../../../shared/contract/card'
import { UnionId } from '../../../../shared/core/ids'
import type { OutputOf } from '../../../services/api'
import { Empty } from '../../../components/Empty'
import { Filters } from '../../../components/Filters'
import { Icon } from '../../../components/Icon'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { go, useParams } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { hotline } from '../../hotline'
import { serviceKindText } from '../../service-texts'
import './index.scss'

type Listed = Extract<OutputOf<typeof contract, 'services'>, { kind: 'listed' }>
type Service = Listed['services'][number]
const everything = 'all'

/** 用在哪里: what the card gives, kind by kind. */
export default function ServicesPage() {
  const union = UnionId.safeParse(useParams()['union'])
  const page = useAsk(contract, 'services', union.success ? { union: union.data } : {})
  return (
    <Screen title="用在哪里" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {page.data?.kind === 'no-union' && (
        <Empty
          title="还没有您的工会"
          note="入会以后，这里是您的工会和上级工会给会员的服务。已经是会员的，先找回身份。"
          action={{ id: 'services-join', label: '我要入会', onTap: () => void go('pages/join/index') }}
        />
      )}
      {page.data?.kind === 'listed' && <Services listed={page.data} />}
    </Screen>
  )
}

function Services({ listed: { services, unionName } }: { readonly listed: Listed }) {
  const [kind, setKind] = useState<ServiceKind | typeof everything>(everything)
  const kinds = ServiceKind.options.filter((one) => services.some((service) => service.kind === one))
  if (services.length === 0)
    return (
      <Empty
        title="还没有登记服务"
        note={`${unionName}和上级工会登记以后，这里会出现。想知道有什么服务，可以先打职工热线。`}
        action={{ id: 'services-call', label: `打 ${hotline}`, onTap: () => call(hotline) }}
      />
    )
  return (
    <View className="services">
      {kinds.length > 1 && (
        <Filters
          id="services-kind"
          value={kind}
          options={[
            { value: everything, label: '全部' },
            ...kinds.map((value) => ({ value, label: serviceKindText[value] })),
          ]}
          onChange={setKind}
        />
      )}
      {kinds
        .filter((one) => kind === everything || kind === one)
        .map((one) => (
          <View key={one} className="services-group">
            <Text className="services-kind">{serviceKindText[one]}</Text>
            {services
              .filter((service) => service.kind === one)
              .map((service) => (
                <ServiceCard key={service.service} service={service} />
              ))}
          </View>
        ))}
    </View>
  )
}

function ServiceCard({
  service: { service, name, gives, where, hours, phone, unionName },
}: {
  readonly service: Service
}) {
  return (
    <View className="service" id={`service-${service}`}>
      <Text className="service-name">{name}</Text>
      <View className="service-gives">
        <Icon name="card" size={20} />
        <Text className="service-gives-text">{gives}</Text>
      </View>
      <Text className="service-line">{where}</Text>
      {hours !== undefined && <Text className="service-line">{hours}</Text>}
      <Text className="service-by">{`${unionName}提供`}</Text>
      {phone !== undefined && (
        <SideAction id={`service-call-${service}`} label={`打电话 ${phone}`} onTap={() => call(phone)} />
      )}
    </View>
  )
}

function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber })
}

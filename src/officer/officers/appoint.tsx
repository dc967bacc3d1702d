import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { registry, type OfficerRow } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { roleName, type OfficerRole } from '../../../shared/org/officers'
import { parseMobile } from '../../../shared/identity/mobile'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { QrCode } from '../../components/QrCode'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { momentText } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { roleNote } from './texts'
import '../parts/parts.scss'

interface Props {
  readonly union: UnionId
  readonly unionName: string
  readonly roles: readonly OfficerRole[]
  readonly latest: IsoDate
  /** Whose office ends when the new one is taken. */
  readonly replaced?: z.output<typeof OfficerRow>
  readonly onDone: () => void
}

type Granted = z.output<typeof registry.procedures.grantOffice.output>

/** 任命干部: which office, who, on which phone, until when; then a code to hand over. */
export function Appoint({ union, unionName, roles, latest, replaced, onDone }: Props) {
  const grant = useAct(registry, 'grantOffice')
  const [role, setRole] = useState<OfficerRole | undefined>(replaced?.role)
  const [name, setName] = useState(replaced?.successor?.name ?? '')
  const [mobile, setMobile] = useState(replaced?.successor?.mobile ?? '')
  const [until, setUntil] = useState<string>()
  const [tried, setTried] = useState(false)
  const [given, setGiven] = useState<Granted>()
  const refused = grant.problem?.kind === 'refused' ? grant.problem.fields : {}
  const parsed = parseMobile(mobile)

  const give = async () => {
    setTried(true)
    if (role === undefined || name.trim().length < 2 || !parsed.ok || until === undefined) return showFirstError()
    const done = await grant.run({
      union,
      role,
      name: name.trim(),
      mobile,
      until,
      ...(replaced === undefined ? {} : { replaces: replaced.officer }),
    })
    if (done.ok) setGiven(done.data)
  }
  if (given !== undefined)
    return <Given given={given} name={name} mobile={parsed.ok ? parsed.normalised : mobile} onDone={onDone} />
  return (
    <Screen
      title="任命干部"
      footer={<MainAction id="appoint-give" label="开任职码" busy={grant.busy} onTap={() => void give()} />}
    >
      <Text className="detail-note">{unionName}</Text>
      {replaced !== undefined && (
        <Notice tone="info">{`接任${replaced.name}。新人到任的那一刻，原来的职务结束。`}</Notice>
      )}
      <ChoiceList
        id="appoint-role"
        label="什么职务？"
        value={role}
        options={roles.map((value) => ({ value, label: roleName[value], note: roleNote[value] }))}
        onChange={setRole}
        error={tried && role === undefined ? '请选职务' : undefined}
      />
      <Field
        id="appoint-name"
        label="姓名"
        value={name}
        maxLength={40}
        onInput={setName}
        error={refused['name'] ?? (tried && name.trim().length < 2 ? '请填写姓名' : undefined)}
      />
      <Field
        id="appoint-mobile"
        label="手机号"
        type="tel"
        value={mobile}
        maxLength={30}
        hint="只有微信验证过这个号码的人能接受"
        onInput={setMobile}
        error={refused['mobile'] ?? (tried && !parsed.ok ? parsed.message : undefined)}
      />
      <DateField
        id="appoint-until"
        label="任期到"
        value={until}
        end={latest}
        onChange={setUntil}
        error={refused['until'] ?? (tried && until === undefined ? '请选任期' : undefined)}
      />
      {grant.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{grant.problem.message}</Notice>
      )}
      <SideAction id="appoint-cancel" label="先不" onTap={onDone} />
    </Screen>
  )
}

interface GivenProps {
  readonly given: Granted
  readonly name: string
  readonly mobile: string
  readonly onDone: () => void
}

function Given({ given, name, mobile, onDone }: GivenProps) {
  return (
    <Screen title="任职码" footer={<MainAction id="appoint-done" label="好" onTap={onDone} />}>
      <View className="detail-code">
        <Text className="detail-code-title">{`请${name}用自己的微信扫`}</Text>
        <QrCode id="appoint-qr" text={given.link} size={220} label="任职码" />
        <Text className="detail-note">{`只有手机号 ${mobile} 的主人能接受，${momentText(given.expiresAt)} 前有效，用一次。`}</Text>
        <Text className="detail-note" id="appoint-link" selectable userSelect>
          {`不在一起的，把链接发给他：${given.link}`}
        </Text>
      </View>
    </Screen>
  )
}

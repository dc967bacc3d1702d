import { Text, View } from '@tarojs/components'
import { useContext, useState } from 'react'
import { session } from '../../../../shared/contract/session'
import { maskMobile } from '../../../../shared/identity/mask'
import { ChoiceList } from '../../../components/ChoiceList'
import { DateField } from '../../../components/DateField'
import { Field } from '../../../components/Field'
import { Fold } from '../../../components/Fold'
import { PhoneButton } from '../../../components/PhoneButton'
import { PickField } from '../../../components/PickField'
import { useAsk } from '../../../services/use-ask'
import { parseMobile } from '../../../../shared/identity/mobile'
import { privacyNotice } from '../../../../shared/policy/privacy'
import { fullDayText } from '../../today'
import type { TypedIdentity } from '../answers'
import { Applicant } from '../applicant'
import { checkIdentity, type IdentityField } from '../identity-check'
import { documentChoices, sexChoices } from '../identity-texts'
import { nationalityChoices } from '../../../../shared/identity/nationalities'
import { StepScreen, type StepProps } from '../step-screen'

/** 您是谁: checked while it is typed, each error under its field; sex and birthday are read from the number. */
export function IdentityStep({ flow, send }: StepProps) {
  const typed = flow.answers.identity
  const check = checkIdentity(typed, flow.today)
  const [left, setLeft] = useState<ReadonlySet<IdentityField>>(new Set())
  const leave = (field: IdentityField) => () => setLeft(new Set([...left, field]))
  const change = (part: Partial<TypedIdentity>) => send({ type: 'answer', change: { identity: { ...typed, ...part } } })
  const phone = useVerifiedPhone(typed.mobile)
  const own = useContext(Applicant) === 'myself'

  /** Wrong is said once the field was left, 下一步 was tried, or the whole number stands there. */
  function errorAt(field: IdentityField): { error?: string } {
    const refused = flow.refusals[`identity.${field}`]
    if (refused !== undefined) return { error: refused }
    const said = flow.tried || (left.has(field) && typed[field] !== '') || (field === 'number' && isComplete(typed))
    const error = check.errors[field]
    return said && error !== undefined ? { error } : {}
  }

  return (
    <StepScreen flow={flow} send={send} title={own ? '您是谁？' : '本人是谁？'} hint="照着证件填，工会按它核对。">
      <Field
        id="join-name"
        label="姓名"
        value={typed.name}
        maxLength={50}
        onInput={(name) => change({ name })}
        onBlur={leave('name')}
        {...errorAt('name')}
      />
      <PickField
        id="join-document"
        label="证件"
        value={typed.document}
        options={documentChoices}
        onChange={(document) => change({ document })}
      />
      <Field
        id="join-number"
        label="证件号码"
        type={typed.document === 'resident' ? 'idcard' : 'text'}
        value={typed.number}
        maxLength={40}
        onInput={(number) => change({ number })}
        onBlur={leave('number')}
        {...(check.numberRight
          ? {
              ok: readFromNumber(
                check.asks.has('birth') ? undefined : check.birth,
                check.asks.has('sex') ? undefined : check.sex,
              ),
            }
          : {})}
        {...errorAt('number')}
      />
      {check.asks.has('nationality') && (
        <PickField
          id="join-nationality"
          label="国籍"
          value={typed.nationality}
          options={nationalityChoices}
          placeholder="请选"
          onChange={(nationality) => change({ nationality })}
          {...errorAt('nationality')}
        />
      )}
      {check.asks.has('birth') && (
        <DateField
          id="join-birth"
          label="出生日期"
          value={typed.birth}
          start="1920-01-01"
          end={flow.today}
          onChange={(birth) => change({ birth })}
          {...errorAt('birth')}
        />
      )}
      {check.asks.has('sex') && (
        <View>
          <ChoiceList
            id="join-sex"
            label="性别"
            value={typed.sex}
            options={sexChoices}
            onChange={(sex) => change({ sex })}
          />
          {errorAt('sex').error !== undefined && (
            <Text id="join-sex-error" className="join-error">
              {errorAt('sex').error}
            </Text>
          )}
        </View>
      )}
      <Field
        id="join-mobile"
        label="手机号"
        type="tel"
        value={typed.mobile}
        maxLength={30}
        placeholder="11 位手机号"
        onInput={(mobile) => change({ mobile })}
        onBlur={leave('mobile')}
        {...(!own ? {} : phone.matches ? { ok: '微信已验证' } : phone.hint === undefined ? {} : { hint: phone.hint })}
        {...errorAt('mobile')}
      />
      {own && !phone.matches && (
        <PhoneButton id="join-verify-phone" label="用微信验证手机号" onVerified={phone.verified} />
      )}
      {own && <Text className="join-hint">验证不是必须的。以前入过会、会籍保留的，验证后才能接上。</Text>}
      <Fold
        id="join-privacy"
        summary={`证件号加密保存，列表里只显示 ${check.masked ?? '3****************7'}。谁能看到？`}
      >
        {privacyNotice.sections.map(({ heading, text }) => (
          <View key={heading} className="join-privacy">
            <Text className="join-privacy-heading">{heading}</Text>
            <Text className="join-privacy-text">{text}</Text>
          </View>
        ))}
      </Fold>
    </StepScreen>
  )
}

/** The phone WeChat vouches for, masked as the server answers it: enough to say whether the typed number is the same. */
function useVerifiedPhone(typed: string) {
  const me = useAsk(session, 'me', {})
  const [fresh, setFresh] = useState<string>()
  const verified = fresh ?? me.data?.verifiedMobile
  const parsed = parseMobile(typed)
  const matches = verified !== undefined && parsed.ok && maskMobile(parsed.normalised) === verified
  return {
    matches,
    hint: verified === undefined || matches ? undefined : `微信已验证的是 ${verified}，请写同一个号码`,
    verified: ({ mobile }: { mobile: string }) => setFresh(mobile),
  }
}

function isComplete({ document, number }: TypedIdentity): boolean {
  return document === 'resident' && number.replace(/\s/g, '').length >= 18
}

function readFromNumber(birth: ReturnType<typeof checkIdentity>['birth'], sex: 'male' | 'female' | undefined): string {
  const read = [
    ...(sex === undefined ? [] : [sex === 'male' ? '男' : '女']),
    ...(birth === undefined ? [] : [`${fullDayText(birth)}出生`]),
  ]
  return read.length === 0 ? '号码的写法没有问题' : read.join('，')
}

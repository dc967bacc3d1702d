import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { HandedCode } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { goHome, useParams } from '../../../services/route'
import { codeOf } from '../../../services/scan'
import { useAsk } from '../../../services/use-ask'
import { draftOf, emptyDraft } from './draft'
import { Form } from './form'
import { useKeptDraft } from './use-kept-draft'

/** 申请建会: by those who prepare it, with the code of the union above; afterwards, what became of it. */
export default function FoundingPage() {
  const code = HandedCode.safeParse(codeOf(useParams()))
  const offer = useAsk(registry, 'foundingOffer', code.success ? { code: code.data } : undefined)
  const gone = offer.problem?.kind === 'refused' && offer.problem.code === 'FOUNDING_OFFER_GONE'
  const sent = offer.data?.application
  const kept = useKeptDraft(code.success ? code.data : undefined)
  const [along, setAlong] = useState(0)
  return (
    <Screen
      title="申请建会"
      loading={offer.loading}
      problem={gone ? undefined : offer.problem}
      onRetry={offer.reload}
      {...(along === 0 ? {} : { progress: along })}
    >
      {(!code.success || gone) && (
        <Empty
          title="这个建会邀请失效了"
          note="六十天内有效，谁先报就归谁。请向上级工会要一个新的。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {code.success && offer.data !== undefined && (
        <>
          <Card title={`${offer.data.unitName}建会`} note={`报${offer.data.upperName}批复`} />
          {sent?.state === 'submitted' && (
            <Empty
              title="已经报上去了"
              note="上级工会看过材料会批复，结果会发消息给您。"
              action={{ id: 'founding-home', label: '回首页', onTap: () => void goHome() }}
            />
          )}
          {sent?.state === 'approved' && (
            <Empty
              title="批复同意了"
              note="主席的任职码由上级工会交给本人，到任后在工作台看批复。"
              action={{ id: 'founding-home', label: '回首页', onTap: () => void goHome() }}
            />
          )}
          {sent?.state === 'returned' && (
            <Notice tone="warning" title="退回了，请改好再报">
              {sent.returned?.reason}
            </Notice>
          )}
          {kept !== undefined && (sent === undefined || sent.state === 'returned') && (
            <Form
              code={code.data}
              termYears={offer.data.termYears}
              start={kept.before ?? (sent === undefined ? emptyDraft(offer.data.unitName) : draftOf(sent.body))}
              onSent={() => {
                setAlong(0)
                offer.reload()
              }}
              onStep={setAlong}
            />
          )}
        </>
      )}
    </Screen>
  )
}

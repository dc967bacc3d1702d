import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { ChoiceList } from '../../components/ChoiceList'
import { Screen } from '../../components/Screen'
import { useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { applicationName } from '../parts/registry-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import type { Kind } from './draft'
import { Form } from './form'

const kinds: readonly Kind[] = ['re-election', 'by-election', 'dissolution']

/** 向上级申请: what for, what was elected or decided, and the papers. */
export default function ApplyPage() {
  const union = useUnion()
  const { again, kind } = useParams()
  const page = useAsk(registry, 'registryPage', union === undefined ? undefined : { union })
  const before = useAsk(
    registry,
    'unionApplication',
    union === undefined || again === undefined ? undefined : { union, application: again },
  )
  const [asked, setAsked] = useState<Kind | undefined>(kinds.find((one) => one === kind))
  const [along, setAlong] = useState(0)
  return (
    <Screen
      title="向上级申请"
      {...(along === 0 ? {} : { progress: along })}
      loading={page.loading || before.loading}
      problem={page.problem ?? before.problem}
      onRetry={() => {
        page.reload()
        before.reload()
      }}
    >
      {union !== undefined && page.data !== undefined && (again === undefined || before.data !== undefined) && (
        <>
          {asked === undefined && (
            <ChoiceList
              id="apply-kind"
              label="申请什么？"
              value={asked}
              options={kinds.map((value) => ({ value, label: applicationName[value], note: notes[value] }))}
              onChange={setAsked}
            />
          )}
          {asked !== undefined && (
            <Form
              key={asked}
              union={union}
              kind={asked}
              before={before.data}
              termYears={page.data.termYears}
              onStep={setAlong}
              {...(again === undefined
                ? {
                    onBack: () => {
                      setAlong(0)
                      setAsked(undefined)
                    },
                  }
                : {})}
            />
          )}
        </>
      )}
    </Screen>
  )
}

const notes: Readonly<Record<Kind, string>> = {
  're-election': '任期满了，三个委员会同时选举、同时报批',
  'by-election': '中途有人出缺，补选；任期不变',
  dissolution: '要有会员（代表）大会决议（《工会法》第十三条）',
}

import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { TextAction } from '../../../components/TextAction'
import type { NamedUnit } from '../answers'
import { FieldError } from '../field-error'
import { originUnit, same } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'
import { UnitFinder } from '../unit-finder'

const most = 5

/** 在哪几家干: any number up to five, or none in particular. */
export function JobsStep({ flow, send }: StepProps) {
  const jobs = flow.answers.jobs ?? []
  const poster = originUnit(flow)
  const keep = (kept: readonly NamedUnit[]) => send({ type: 'answer', change: { jobs: [...kept] } })
  const add = (unit: NamedUnit) => keep([...jobs.filter((job) => !same(job, unit)), unit])

  function goOn() {
    keep(jobs)
    send({ type: 'next' })
  }

  return (
    <StepScreen
      flow={flow}
      send={send}
      title="您常去哪几家干活？"
      hint="有几家写几家，最多五家；不固定的可以不写。"
      nextLabel={jobs.length === 0 ? '没有固定的单位，下一步' : '就这些，下一步'}
      onNext={goOn}
    >
      {jobs.map((job) => (
        <Card key={JSON.stringify(job.reference)} title={job.name}>
          <TextAction label="去掉这家" onTap={() => keep(jobs.filter((other) => other !== job))} />
        </Card>
      ))}
      {poster !== undefined && !jobs.some((job) => same(job, poster)) && jobs.length < most && (
        <ListRow
          id="join-poster-unit"
          title={`加上${poster.name}`}
          note="您扫的海报上的单位"
          onTap={() => add(poster)}
        />
      )}
      {jobs.length < most && <UnitFinder key={jobs.length} label="干活的单位" region={poster?.region} onFound={add} />}
      <FieldError flow={flow} field="situation" />
    </StepScreen>
  )
}

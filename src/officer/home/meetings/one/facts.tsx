import { isCarried } from '../../../../../shared/home/meetings/standing'
import { Card } from '../../../../components/Card'
import { FactList } from '../../../../components/FactList'
import { archiveOf, factsOf, sessionText } from '../texts'
import type { MeetingView } from '../use-meeting'

/** 登记了的. */
export function Facts({ view: { unionName, facts } }: { readonly view: MeetingView }) {
  const { meeting, convened, period, session, entitled, resolutions } = facts
  return (
    <>
      <Card
        title={sessionText({ meeting, delegates: convened.form === 'delegates', period, session })}
        note={unionName}
      >
        <FactList
          items={[...factsOf(facts), archiveOf(facts)].map(({ heading, text }) => ({
            heading,
            text: text.replace(/\n/g, '；'),
          }))}
        />
      </Card>
      {resolutions.length > 0 && (
        <Card title="决议">
          <FactList
            items={resolutions.map((resolution, at) => ({
              heading: `第 ${at + 1} 项${votes(entitled, resolution)}`,
              text: resolution.text,
            }))}
          />
        </Card>
      )}
    </>
  )
}

function votes(entitled: number, resolution: { readonly agreed?: number | undefined }): string {
  const carried = isCarried(entitled, resolution)
  return carried === undefined ? '' : `，${resolution.agreed} 票赞成，${carried ? '通过' : '没有通过'}`
}

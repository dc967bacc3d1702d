import { useEffect } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { useAsk } from '../../../services/use-ask'
import { identityToSend } from '../identity-check'
import { retiredOf } from '../flow'
import { situationOf } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'
import { RouteClosed } from './route-closed'
import { RouteOpen } from './route-open'

/** 我归哪个工会: the server's answer, with its reason. */
export function RouteStep(props: StepProps) {
  const { flow, send } = props
  const situation = situationOf(flow)
  const identity = identityToSend(flow.answers.identity, flow.today)
  const route = useAsk(
    membership,
    'previewRoute',
    situation === undefined || identity === undefined
      ? undefined
      : {
          situation,
          retired: retiredOf(flow),
          identity,
          ...(flow.answers.elsewhere === undefined ? {} : { memberElsewhere: true }),
        },
  )

  const fields = route.problem?.kind === 'refused' ? route.problem.fields : undefined
  const refusedAt = fields === undefined || Object.keys(fields).length === 0 ? undefined : fields
  useEffect(() => {
    if (refusedAt !== undefined) send({ type: 'refused', fields: refusedAt })
  }, [refusedAt, send])

  if (route.data === undefined || route.problem !== undefined) {
    return (
      <StepScreen
        {...props}
        title="正在查您归哪个工会"
        withoutNext
        loading={route.loading}
        problem={route.problem}
        onRetry={route.reload}
      />
    )
  }
  return route.data.canSubmit ? (
    <RouteOpen {...props} route={route.data} />
  ) : (
    <RouteClosed {...props} route={route.data} />
  )
}

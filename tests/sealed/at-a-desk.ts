import { z } from 'zod'
import type { Asking } from './asking'

const chair = 'demo-factory-chair'
const Shown = z.object({ code: z.string().optional(), number: z.number().optional() })

export async function atADesk({ system, call, fromDesk }: Asking): Promise<void> {
  const browser = system.browser()
  const { code, number } = Shown.parse(await fromDesk(browser, 'session', 'openSignIn', {}))
  await call(chair, 'session', 'seeConfirmation', { code })
  await call(chair, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } })
  await fromDesk(browser, 'session', 'collectSignIn', { code })
  const act = { kind: 'export-mine' }
  const asked = Shown.parse(await fromDesk(browser, 'session', 'askConfirmation', { act }))
  await fromDesk(browser, 'session', 'confirmationState', { code: asked.code })
  await call(chair, 'session', 'desks', {})
  await call(chair, 'session', 'endDesk', { desk: 'all' })
}

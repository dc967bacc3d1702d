import { session } from '../../shared/contract/session'
import { serve } from '../_kernel/serve'
import { answerConfirmation } from './desk/answer-confirmation'
import { askConfirmation } from './desk/ask-confirmation'
import { collectSignIn } from './desk/collect-sign-in'
import { confirmationState } from './desk/confirmation-state'
import { desks } from './desk/desks'
import { endDesk } from './desk/end-desk'
import { openSignIn } from './desk/open-sign-in'
import { seeConfirmation } from './desk/see-confirmation'
import { me } from './me'
import { health, operations } from './health'
import { messageTemplates } from './message-templates'
import { readNotice } from './read-notice'
import { subscribe } from './subscribe'
import { verifyPhone } from './verify-phone'

/** 登录与我. */
export const sessionFunction = serve(session, {
  me,
  verifyPhone,
  readNotice,
  openSignIn,
  collectSignIn,
  askConfirmation,
  confirmationState,
  seeConfirmation,
  answerConfirmation,
  desks,
  endDesk,
  messageTemplates,
  subscribe,
  health,
  operations,
})

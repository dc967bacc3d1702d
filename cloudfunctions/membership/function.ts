import { membership } from '../../shared/contract/membership'
import { serve } from '../_kernel/serve'
import { assign } from './assign'
import { assignable } from './assignable'
import { bindMine } from './binding/bind-mine'
import { bindings } from './binding/bindings'
import { openBinding } from './binding/open-binding'
import { seeBinding } from './binding/see-binding'
import { settleBinding } from './binding/settle-binding'
import { takeBinding } from './binding/take-binding'
import { decide } from './decide'
import { decideBatch } from './decide-batch'
import { dropDraft, loadDraft, saveDraft } from './drafts'
import { acceptEventOffer } from './events/accept-event-offer'
import { confirmEvent } from './events/confirm-event'
import { eventObjection } from './events/event-objection'
import { eventPaper } from './events/event-paper'
import { foundingTask } from './events/founding-task'
import { myEvents } from './events/my-events'
import { objectToEvent } from './events/object-to-event'
import { planEvent } from './events/plan-event'
import { settleFoundingTask } from './events/settle-founding-task'
import { settleObjection } from './events/settle-objection'
import { unionEvent } from './events/union-event'
import { inbox } from './inbox'
import { letter } from './letter'
import { letterCopy } from './letter-copy'
import { letters } from './letters'
import { member } from './member'
import { mine } from './mine'
import { openApplication } from './open-application'
import { aboutMe } from './privacy/about-me'
import { exportMine } from './privacy/export-mine'
import { requestCorrection } from './privacy/request-correction'
import { requests } from './privacy/requests'
import { reveal } from './privacy/reveal'
import { settleRequest } from './privacy/settle-request'
import { trail } from './privacy/trail'
import { withdrawConsent } from './privacy/withdraw-consent'
import { previewRoute } from './preview-route'
import { remind } from './remind'
import { resubmit } from './resubmit'
import { roster } from './roster'
import { submit } from './submit'
import { withdraw } from './withdraw'

/** 入会与会籍. */
export const membershipFunction = serve(membership, {
  loadDraft,
  saveDraft,
  dropDraft,
  previewRoute,
  letter,
  submit,
  mine,
  resubmit,
  withdraw,
  remind,
  inbox,
  openApplication,
  decide,
  decideBatch,
  assignable,
  assign,
  roster,
  member,
  letters,
  letterCopy,
  bindMine,
  openBinding,
  seeBinding,
  takeBinding,
  bindings,
  settleBinding,
  aboutMe,
  exportMine,
  trail,
  requestCorrection,
  withdrawConsent,
  requests,
  settleRequest,
  reveal,
  unionEvent,
  eventPaper,
  planEvent,
  confirmEvent,
  myEvents,
  objectToEvent,
  acceptEventOffer,
  eventObjection,
  settleObjection,
  foundingTask,
  settleFoundingTask,
})

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
import { endEntrust } from './entrusting/end-entrust'
import { entrust } from './entrusting/entrust'
import { entrustChoices } from './entrusting/entrust-choices'
import { entrustedHere } from './entrusting/entrusted-here'
import { enterOnBehalf } from './on-behalf/enter-on-behalf'
import { onBehalfRoute } from './on-behalf/on-behalf-route'
import { announceLeaving } from './states/announce-leaving'
import { askToLeave } from './states/ask-to-leave'
import { changeMembership } from './states/change-membership'
import { filing } from './states/filing'
import { findEnded } from './states/find-ended'
import { keepOnFile } from './states/keep-on-file'
import { leaving } from './states/leaving'
import { look } from './states/look'
import { myAffairs } from './states/my-affairs'
import { myMembership } from './states/my-membership'
import { proposeExpulsion } from './states/propose-expulsion'
import { reinstateMembership } from './states/reinstate-membership'
import { settleFiling } from './states/settle-filing'
import { settleLook } from './states/settle-look'
import { takeBackLeaving } from './states/take-back-leaving'

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
  endEntrust,
  entrust,
  entrustChoices,
  entrustedHere,
  enterOnBehalf,
  onBehalfRoute,
  announceLeaving,
  askToLeave,
  changeMembership,
  filing,
  findEnded,
  keepOnFile,
  leaving,
  look,
  myAffairs,
  myMembership,
  proposeExpulsion,
  reinstateMembership,
  settleFiling,
  settleLook,
  takeBackLeaving,
})

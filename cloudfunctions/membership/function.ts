import { membership } from '../../shared/contract/membership'
import { serve } from '../_kernel/serve'
import { assign } from './assign'
import { certificateReceived } from './certificate/certificate-received'
import { issueCertificate } from './certificate/issue-certificate'
import { myCertificate } from './certificate/my-certificate'
import { seeCertificate } from './certificate/see-certificate'
import { putProof } from './certificate/put-proof'
import { withdrawCertificate } from './certificate/withdraw-certificate'
import { assignable } from './assignable'
import { bindMine } from './binding/bind-mine'
import { bindings } from './binding/bindings'
import { openBinding } from './binding/open-binding'
import { seeBinding } from './binding/see-binding'
import { settleBinding } from './binding/settle-binding'
import { takeBinding } from './binding/take-binding'
import { cleanList } from './clean/clean-list'
import { hanging } from './clean/hanging'
import { mergePersons } from './clean/merge-persons'
import { notSame, settleHanging } from './clean/not-same'
import { samePerson } from './clean/same-person'
import { undoMerge } from './clean/undo-merge'
import { decide } from './decide'
import { decideBatch } from './decide-batch'
import { dropDraft, loadDraft, saveDraft } from './drafts'
import { acceptEventOffer } from './events/accept-event-offer'
import { tellHome } from './events/tell-home'
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
import { carryExport } from './exports/carry-export'
import { exportable } from './exports/exportable'
import { exportPiece } from './exports/export-piece'
import { exportedTables } from './exports/exported-tables'
import { openExport } from './exports/open-export'
import { removeExport } from './exports/remove-export'
import { sealExport } from './exports/seal-export'
import { memberForm, myForm } from './forms/registration-form'
import { figures } from './figures/figures'
import { figuresBelow } from './figures/figures-below'
import { figuresByReason } from './figures/figures-by-reason'
import { monthTable } from './figures/month-table'
import { subsidies } from './figures/subsidies'
import { tellRuralStaff } from './figures/tell-rural-staff'
import { checkReport } from './reports/check-report'
import { reportsBelow } from './reports/reports-below'
import { sendReport } from './reports/send-report'
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
import { closeRound } from './rounds/close-round'
import { confirmMembers } from './rounds/confirm-members'
import { confirmMine } from './rounds/confirm-mine'
import { countRoster } from './rounds/count-roster'
import { nudgeRound } from './rounds/nudge-round'
import { remindStale } from './rounds/remind-stale'
import { round } from './rounds/round'
import { roundChanges } from './rounds/round-changes'
import { roundsBelow } from './rounds/rounds-below'
import { saveUnionField } from './rounds/save-union-field'
import { submit } from './submit'
import { acceptTransfer } from './transfer/accept-transfer'
import { changeWorkplace } from './transfer/change-workplace'
import { disputeTransfer } from './transfer/dispute-transfer'
import { myTransfer } from './transfer/my-transfer'
import { transfer } from './transfer/open-transfer'
import { previewTransfer } from './transfer/preview-transfer'
import { releaseTransfer } from './transfer/release-transfer'
import { requestTransfer } from './transfer/request-transfer'
import { settleTransfer } from './transfer/settle-transfer'
import { transferTargets } from './transfer/transfer-targets'
import { withdrawTransfer } from './transfer/withdraw-transfer'
import { mergeUnits } from './units/merge-units'
import { notSameUnits } from './clean/not-same'
import { sameUnits } from './units/same-units'
import { undoUnitMerge } from './units/undo-unit-merge'
import { inPlace } from './tasks/in-place'
import { raised } from './tasks/raised'
import { tasks } from './tasks/tasks'
import { withdraw } from './withdraw'
import { endEntrust } from './entrusting/end-entrust'
import { entrust } from './entrusting/entrust'
import { entrustChoices } from './entrusting/entrust-choices'
import { entrustedHere } from './entrusting/entrusted-here'
import { enterFounder } from './on-behalf/enter-founder'
import { carryImport } from './import/carry-import'
import { applyImport, cancelImport, mapImport } from './import/decide-import'
import { importColumns } from './import/import-columns'
import { importRows } from './import/import-rows'
import { imports } from './import/imports'
import { openImport } from './import/open-import'
import { putImportPiece } from './import/put-piece'
import { putReasons, reasonsPiece } from './import/reasons'
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
import { myHistory } from './states/my-history'
import { myMembership } from './states/my-membership'
import { proposeExpulsion } from './states/propose-expulsion'
import { reinstateMembership } from './states/reinstate-membership'
import { settleFiling } from './states/settle-filing'
import { settleLook } from './states/settle-look'
import { takeBackLeaving } from './states/take-back-leaving'

/** 入会与会籍. */
export const membershipFunction = serve(membership, {
  acceptTransfer,
  changeWorkplace,
  mergeUnits,
  notSameUnits,
  sameUnits,
  undoUnitMerge,
  disputeTransfer,
  myTransfer,
  transfer,
  previewTransfer,
  releaseTransfer,
  requestTransfer,
  settleTransfer,
  transferTargets,
  withdrawTransfer,
  issueCertificate,
  myCertificate,
  withdrawCertificate,
  certificateReceived,
  seeCertificate,
  putProof,
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
  tasks,
  raised,
  inPlace,
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
  enterFounder,
  memberForm,
  myForm,
  carryExport,
  exportable,
  exportedTables,
  exportPiece,
  openExport,
  removeExport,
  sealExport,
  applyImport,
  cancelImport,
  carryImport,
  importColumns,
  importRows,
  imports,
  mapImport,
  openImport,
  putImportPiece,
  putReasons,
  reasonsPiece,
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
  myHistory,
  proposeExpulsion,
  reinstateMembership,
  settleFiling,
  settleLook,
  takeBackLeaving,
  cleanList,
  hanging,
  settleHanging,
  samePerson,
  mergePersons,
  notSame,
  undoMerge,
  closeRound,
  confirmMembers,
  confirmMine,
  countRoster,
  nudgeRound,
  remindStale,
  round,
  roundChanges,
  roundsBelow,
  saveUnionField,
  figures,
  figuresBelow,
  figuresByReason,
  monthTable,
  subsidies,
  tellRuralStaff,
  checkReport,
  reportsBelow,
  sendReport,
  unionEvent,
  eventPaper,
  planEvent,
  confirmEvent,
  myEvents,
  objectToEvent,
  acceptEventOffer,
  tellHome,
  eventObjection,
  settleObjection,
  foundingTask,
  settleFoundingTask,
})

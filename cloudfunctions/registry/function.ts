import { registry } from '../../shared/contract/registry'
import { serve } from '../_kernel/serve'
import { myDisplay } from './display/my-display'
import { officerPhoto } from './display/officer-photo'
import { setDisplay } from './display/set-display'
import { applyFounding, applyToUpper } from './applications/apply'
import { approveUnionApplication, returnUnionApplication } from './applications/decide'
import { foundingOffer, inviteFounding, putFoundingPaper } from './applications/founding-offer'
import { unionApplication, unionApplicationList, unionApplicationPaper } from './applications/look'
import { invite } from './invite'
import { listRegions } from './list-regions'
import { dissolveUnion } from './founding/dissolve-union'
import { endPreview } from './founding/end-preview'
import { foundPreview } from './founding/found-preview'
import { coverUnits } from './founding/cover-units'
import { coveredUnits } from './founding/covered-units'
import { uncoverUnit } from './founding/uncover-unit'
import { foundUnion } from './founding/found-union'
import { mergeUnion } from './founding/merge-union'
import { putPaper } from './founding/put-paper'
import { endLeave } from './officers/end-leave'
import { endOffice } from './officers/end-office'
import { grantOffice } from './officers/grant-office'
import { officers } from './officers/officers'
import { proposeSuccessor } from './officers/propose-successor'
import { renewOffice } from './officers/renew-office'
import { seeGrant } from './officers/see-grant'
import { takeLeave } from './officers/take-leave'
import { takeOffice } from './officers/take-office'
import { unionsBelow } from './officers/unions-below'
import { withdrawGrant } from './officers/withdraw-grant'
import { answerReaffiliation, withdrawReaffiliation } from './reaffiliation/answer'
import { askReaffiliation, unionsNamed } from './reaffiliation/ask'
import { reaffiliation, reaffiliationPaper } from './reaffiliation/look'
import { changePublication } from './openness/change-publication'
import { countAttendance } from './openness/count-attendance'
import { giveBackPlace } from './openness/give-back-place'
import { myNews } from './openness/my-news'
import { publication } from './openness/publication'
import { publicationPicture } from './openness/publication-picture'
import { publicationVersion } from './openness/publication-version'
import { publications } from './openness/publications'
import { publish } from './openness/publish'
import { putPicture } from './openness/put-picture'
import { signUp } from './openness/sign-up'
import { signUps } from './openness/sign-ups'
import { tickPresence } from './openness/tick-presence'
import { withdrawPublication } from './openness/withdraw-publication'
import { writtenPublications } from './openness/written-publications'
import { openInvitation } from './open-invitation'
import { decideProvision } from './policies/decide-provision'
import { policies } from './policies/policies'
import { policyDesk } from './policies/policy-desk'
import { proposeProvision } from './policies/propose-provision'
import { withdrawProvision } from './policies/withdraw-provision'
import { searchUnits } from './search-units'
import { unionPage } from './union-page'
import { endBranch, saveBranch } from './unions/branches'
import { noteOfficer } from './unions/note-officer'
import { registryHistory } from './unions/registry-history'
import { registryPage } from './unions/registry-page'
import { saveCommittee } from './unions/save-committee'
import { saveRegistered } from './unions/save-registered'
import { saveRegistryField } from './unions/save-registry-field'
import { unionsInLine, unionsInPlace } from './unions/tree'
import { unfoundedUnits } from './unions/unfounded-units'
import { unitsCovered } from './unions/units-covered'
import { unitsOfUnion } from './units-of-union'

/** 组织与单位. */
export const registryFunction = serve(registry, {
  openInvitation,
  searchUnits,
  regions: listRegions,
  unionPage,
  invite,
  unitsOfUnion,
  officers,
  unionsBelow,
  grantOffice,
  withdrawGrant,
  seeGrant,
  takeOffice,
  endOffice,
  renewOffice,
  officerPhoto,
  myDisplay,
  setDisplay,
  putPaper,
  foundPreview,
  foundUnion,
  coveredUnits,
  coverUnits,
  uncoverUnit,
  endPreview,
  dissolveUnion,
  mergeUnion,
  policies,
  policyDesk,
  proposeProvision,
  decideProvision,
  withdrawProvision,
  takeLeave,
  endLeave,
  proposeSuccessor,
  registryPage,
  saveRegistryField,
  saveRegistered,
  unionsNamed,
  askReaffiliation,
  reaffiliation,
  reaffiliationPaper,
  answerReaffiliation,
  withdrawReaffiliation,
  unitsCovered,
  registryHistory,
  saveBranch,
  endBranch,
  saveCommittee,
  noteOfficer,
  unionsInLine,
  unionsInPlace,
  unfoundedUnits,
  inviteFounding,
  foundingOffer,
  putFoundingPaper,
  applyFounding,
  applyToUpper,
  unionApplications: unionApplicationList,
  unionApplication,
  unionApplicationPaper,
  approveUnionApplication,
  returnUnionApplication,
  publications,
  myNews,
  publication,
  publicationVersion,
  publicationPicture,
  writtenPublications,
  putPicture,
  publish,
  changePublication,
  withdrawPublication,
  signUp,
  giveBackPlace,
  signUps,
  tickPresence,
  countAttendance,
})

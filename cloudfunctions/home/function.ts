import { home } from '../../shared/contract/home'
import { serve } from '../_kernel/serve'
import { archiveOfUnion } from './archive/archive-of-union'
import { fileHalfYear } from './archive/file-half-year'
import { amendManagement } from './management/amend-management'
import { dropManagement } from './management/drop-management'
import { managementOfUnion } from './management/management-of-union'
import { managementOfKind, managementRecord } from './management/management-record'
import { recordManagement } from './management/record-management'
import { amendMemberCongress, amendStaffCongress } from './meetings/amend-congress'
import { memberCongress, staffCongress } from './meetings/congress'
import { dropMemberCongress, dropStaffCongress } from './meetings/drop-congress'
import { meetingsOfUnion } from './meetings/meetings-of-union'
import { meetingPaper, putMeetingPaper } from './meetings/papers'
import { recordMemberCongress, recordStaffCongress } from './meetings/record-congress'
import { guidance, guide, weakestBelow } from './above/guide'
import { homeBelow, homeRowsBelow } from './above/look'
import { homeReport, sendHomeReport } from './above/report'
import { correctTitle } from './titles/correct'
import { decideTitle } from './titles/decide'
import { enterTitle } from './titles/enter'
import { honoursProposed, titleCase, titleRegister, titles } from './titles/look'
import { proposeHonour } from './titles/propose-honour'
import { stepTitle } from './titles/step'
import { evidence, putEvidence, saveAnswer, sendAssessment } from './standards/answering'
import { callAssessment, startAssessment, withdrawAssessment } from './standards/applying'
import { decideAssessment, findItem } from './standards/checking'
import { assessment, assessmentsBelow } from './standards/looking'
import { objectAssessment, settleAssessment } from './standards/objecting'
import { standing } from './standards/standing'

/** 职工之家. */
export const homeFunction = serve(home, {
  meetingsOfUnion,
  memberCongress,
  staffCongress,
  recordMemberCongress,
  recordStaffCongress,
  amendMemberCongress,
  amendStaffCongress,
  dropMemberCongress,
  dropStaffCongress,
  putMeetingPaper,
  meetingPaper,
  managementOfUnion,
  managementOfKind,
  managementRecord,
  recordManagement,
  amendManagement,
  dropManagement,
  archiveOfUnion,
  fileHalfYear,
  titles,
  stepTitle,
  proposeHonour,
  titleRegister,
  titleCase,
  decideTitle,
  enterTitle,
  correctTitle,
  honoursProposed,
  homeBelow,
  homeRowsBelow,
  weakestBelow,
  guide,
  guidance,
  homeReport,
  sendHomeReport,
  standing,
  startAssessment,
  callAssessment,
  assessment,
  putEvidence,
  evidence,
  saveAnswer,
  sendAssessment,
  withdrawAssessment,
  assessmentsBelow,
  findItem,
  decideAssessment,
  objectAssessment,
  settleAssessment,
})

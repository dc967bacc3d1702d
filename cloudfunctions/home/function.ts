import { home } from '../../shared/contract/home'
import { serve } from '../_kernel/serve'
import { archiveOfUnion } from './archive/archive-of-union'
import { fileHalfYear } from './archive/file-half-year'
import { dropManagement } from './management/drop-management'
import { managementOfUnion } from './management/management-of-union'
import { recordManagement } from './management/record-management'
import { amendMemberCongress, amendStaffCongress } from './meetings/amend-congress'
import { memberCongress, staffCongress } from './meetings/congress'
import { dropMemberCongress, dropStaffCongress } from './meetings/drop-congress'
import { meetingsOfUnion } from './meetings/meetings-of-union'
import { meetingPaper, putMeetingPaper } from './meetings/papers'
import { recordMemberCongress, recordStaffCongress } from './meetings/record-congress'

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
  recordManagement,
  dropManagement,
  archiveOfUnion,
  fileHalfYear,
})

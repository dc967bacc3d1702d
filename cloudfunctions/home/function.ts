import { home } from '../../shared/contract/home'
import { serve } from '../_kernel/serve'
import { guidance, guide, weakestBelow } from './above/guide'
import { homeBelow, homeRowsBelow } from './above/look'
import { homeReport, sendHomeReport } from './above/report'
import { meetingsOfUnion } from './meetings/meetings-of-union'
import { decideTitle, enterTitle } from './titles/decide'
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
  titles,
  stepTitle,
  proposeHonour,
  titleRegister,
  titleCase,
  decideTitle,
  enterTitle,
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

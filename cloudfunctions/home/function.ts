import { home } from '../../shared/contract/home'
import { serve } from '../_kernel/serve'
import { meetingsOfUnion } from './meetings/meetings-of-union'
import { evidence, putEvidence, saveAnswer, sendAssessment } from './standards/answering'
import { callAssessment, startAssessment, withdrawAssessment } from './standards/applying'
import { decideAssessment, findItem } from './standards/checking'
import { assessment, assessmentsBelow } from './standards/looking'
import { objectAssessment, settleAssessment } from './standards/objecting'
import { standing } from './standards/standing'

/** 职工之家. */
export const homeFunction = serve(home, {
  meetingsOfUnion,
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

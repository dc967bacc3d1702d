import { archiveProcedures } from './home-archive'
import { managementProcedures } from './home-management'
import { meetingProcedures } from './home-meetings'

/** 职工之家: meetings, democratic management, archive, standards. */
export const home = {
  name: 'home',
  procedures: { ...meetingProcedures, ...managementProcedures, ...archiveProcedures },
} as const

import { archiveProcedures } from './home-archive'
import { managementProcedures } from './home-management'
import { meetingProcedures } from './home-meetings'
import { standardProcedures } from './home-standards'

/** 职工之家: meetings, democratic management, archive, standards. */
export const home = {
  name: 'home',
  procedures: { ...meetingProcedures, ...managementProcedures, ...archiveProcedures, ...standardProcedures },
} as const

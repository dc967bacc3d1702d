import { archiveProcedures } from './home-archive'
import { managementProcedures } from './home-management'
import { homeAboveProcedures } from './home-above'
import { meetingProcedures } from './home-meetings'
import { standardProcedures } from './home-standards'
import { titleProcedures } from './home-titles'

/** 职工之家: meetings, democratic management, archive, standards, titles, and what an upper union sees of them. */
export const home = {
  name: 'home',
  procedures: {
    ...meetingProcedures,
    ...managementProcedures,
    ...archiveProcedures,
    ...standardProcedures,
    ...titleProcedures,
    ...homeAboveProcedures,
  },
} as const

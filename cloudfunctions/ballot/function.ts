import { ballot } from '../../shared/contract/ballot'
import { serve } from '../_kernel/serve'
import { announcement } from './announcement'
import { board } from './board'
import { cast } from './cast'

/** 投票, as nobody. Nothing here writes where people are kept: no audit entry, no remembered answer, no quota, no time. */
export const ballotFunction = serve(ballot, { announcement, cast, board })

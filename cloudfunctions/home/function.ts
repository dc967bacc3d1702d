import { home } from '../../shared/contract/home'
import { serve } from '../_kernel/serve'
import { meetingsOfUnion } from './meetings/meetings-of-union'

/** 职工之家. */
export const homeFunction = serve(home, { meetingsOfUnion })

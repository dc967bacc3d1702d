import { session } from '../../shared/contract/session'
import { serve } from '../_kernel/serve'
import { me } from './me'
import { health, operations } from './health'
import { readNotice } from './read-notice'
import { verifyPhone } from './verify-phone'

/** 登录与我. */
export const sessionFunction = serve(session, { me, verifyPhone, readNotice, health, operations })

import { cloudMain } from '../_kernel/cloud-main'
import { sessionFunction } from './function'

export const main = cloudMain(sessionFunction)

import { cloudMain } from '../_kernel/cloud-main'
import { cardFunction } from './function'

export const main = cloudMain(cardFunction)

import { card } from '../../shared/contract/card'
import { serve } from '../_kernel/serve'
import { activate } from './activate'
import { activation } from './activation'
import { dropCard } from './drop-card'
import { issuerKeys } from './issuer-keys'
import { myCard } from './my-card'
import { renew } from './renew'
import { revocations } from './revocations'
import { addService } from './services/add-service'
import { changeService } from './services/change-service'
import { closeService } from './services/close-service'
import { offeredServices } from './services/offered-services'
import { serviceUse } from './services/service-use'
import { services } from './services/services'
import { verifier } from './services/verifier'
import { verify } from './verify'

/** 电子会员卡. */
export const cardFunction = serve(card, {
  myCard,
  activate,
  renew,
  dropCard,
  issuerKeys,
  revocations,
  verify,
  activation,
  services,
  verifier,
  offeredServices,
  addService,
  changeService,
  closeService,
  serviceUse,
})

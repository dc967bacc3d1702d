import { card as contract } from '../../shared/contract/card'
import { isoTime } from '../../shared/core/time'
import { succeed } from '../../shared/core/outcome'
import { implement } from '../_kernel/serve'

/** 发卡公钥: published, so that anybody can verify a card without asking. */
export const issuerKeys = implement(contract.procedures.issuerKeys, async ({ issuer, today, now }) =>
  succeed({
    keys: issuer.keys(today).map(({ kid, publicKey, until }) => ({
      kid: Buffer.from(kid).toString('base64url'),
      publicKey: Buffer.from(publicKey).toString('base64url'),
      until: isoTime(until * 1000),
    })),
    now,
  }),
)

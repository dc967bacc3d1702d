import { home } from '../../../shared/contract/home'
import { refuse, succeed } from '../../../shared/core/outcome'
import { halvesToFile } from '../../../shared/home/archive/half-year'
import { holdsRight } from '../../_kernel/access'
import { archiveFilings } from '../../_kernel/records/archive-filings'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { holdingsOfUnion } from './holdings-of-union'

/** 纸质档案目录. */
export const archiveOfUnion = implement(home.procedures.archiveOfUnion, async (call) => {
  const { store, account, now, today } = call
  const union = await store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const [{ category, asked, source, rows }, mine, filed] = await Promise.all([
    holdingsOfUnion(union, call),
    holdsRight(store, account, [union._id], 'home', now),
    store.find(archiveFilings, { index: 'byUnion', equals: { union: union._id }, order: 'descending', limit: 6 }),
  ])
  const filings = filed.documents.map(({ half, kept, missing, at, rows: named, without }) => ({
    half,
    kept,
    missing,
    at,
    ...(named === undefined ? {} : { rows: named }),
    ...(without === undefined ? {} : { without }),
  }))
  return succeed({
    unionName: union.name,
    mine,
    category,
    asked: [...asked],
    source,
    rows: [...rows],
    filings,
    toFile: [
      ...halvesToFile(
        today,
        rows,
        filings.map(({ half }) => half),
      ),
    ],
  })
})

import type { MyData } from '../../../shared/contract/membership-privacy'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { sectionsOf } from './sections'

/** 我的资料, section by section. */
export function DataSections({ data }: { readonly data: MyData }) {
  return (
    <>
      {sectionsOf(data).map(({ title, items }, at) => (
        <Card key={`${title}${at}`} title={title}>
          <FactList items={items} />
        </Card>
      ))}
    </>
  )
}

import type { UnionId } from '../../../shared/core/ids'
import { ListRow } from '../../components/ListRow'
import { go } from '../../services/route'

/** 职工之家: the two congresses, democratic management, the archive. */
export function HomeDoors({ union }: { readonly union: UnionId }) {
  return (
    <>
      <ListRow
        id="workbench-meetings"
        title="两个大会"
        note="会员大会、职工大会，分别登记、分别存档"
        onTap={() => void go('officer/home/meetings/index', { union })}
      />
      <ListRow
        id="workbench-management"
        title="民主管理"
        note="职工董事监事、厂务公开、集体合同、民主评议"
        onTap={() => void go('officer/home/management/index', { union })}
      />
      <ListRow
        id="workbench-archive"
        title="纸质档案"
        note="要存哪些、放在哪里；半年归档，打印目录"
        onTap={() => void go('officer/home/archive/index', { union })}
      />
    </>
  )
}

import { ListRow } from '../../components/ListRow'
import { go } from '../../services/route'
import type { Office } from '../parts/use-office'

interface Props {
  readonly office: Pick<Office, 'union' | 'rights' | 'leads'>
}

/** 组织建设: the registry, what was applied for, officers, and unions that come to be and end. */
export function RegistryDoors({ office: { union, rights, leads } }: Props) {
  return (
    <>
      {rights.includes('roster') && (
        <ListRow
          id="workbench-registry"
          title="工会名录"
          note={leads ? '本会信息、委员会、变动；下级工会' : '本会信息、委员会、变动'}
          onTap={() => void go('officer/registry/index', { union })}
        />
      )}
      {rights.includes('officers') && (
        <ListRow
          id="workbench-applications"
          title="建会、换届的申请"
          note={leads ? '下级报来的，本会报出的' : '本会报出的'}
          onTap={() => void go('officer/union-applications/index', { union })}
        />
      )}
      {rights.includes('officers') && (
        <ListRow
          id="workbench-officers"
          title="干部与任期"
          note={leads ? '任命、续任、免职；下级工会的主席' : '任命、续任、免职'}
          onTap={() => void go('officer/officers/index', { union })}
        />
      )}
      {rights.includes('found') && leads && (
        <>
          <ListRow
            id="workbench-unfounded"
            title="应建未建"
            note="没有工会的单位，请他们建会"
            onTap={() => void go('officer/unfounded/index', { union })}
          />
          <ListRow
            id="workbench-found"
            title="建会"
            note="给一家单位建会，或建联合工会"
            onTap={() => void go('officer/found/index', { union })}
          />
          <ListRow
            id="workbench-ending"
            title="撤销与合并"
            note="下级工会；要有决议和批复"
            onTap={() => void go('officer/ending/index', { union })}
          />
          <ListRow
            id="workbench-covering"
            title="联合工会的单位"
            note="加一家，或者不再覆盖"
            onTap={() => void go('officer/covering/index', { union })}
          />
        </>
      )}
    </>
  )
}

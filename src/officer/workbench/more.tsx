import { Card } from '../../components/Card'
import { ListRow } from '../../components/ListRow'
import { go } from '../../services/route'
import type { Office } from '../parts/use-office'
import { HomeDoors } from './home-doors'
import { RegistryDoors } from './registry-doors'

/** 工作台的其余各行: what an office may do, one row each; no row that would be refused. */
export function More({ office: { union, rights, leads } }: { readonly office: Office }) {
  return (
    <>
      {rights.includes('invite') && (
        <ListRow
          id="workbench-invite"
          title="邀请入会"
          note="二维码海报，发到群里或贴在墙上"
          onTap={() => void go('officer/invite/index', { union })}
        />
      )}
      {rights.includes('services') && (
        <ListRow
          id="workbench-services"
          title="会员服务"
          note="会员卡用在哪里、用了多少次；给服务点的验卡码"
          onTap={() => void go('officer/services/index', { union })}
        />
      )}
      {rights.includes('publish') && (
        <ListRow
          id="workbench-publications"
          title="会务公开"
          note="发经费收支、决议、通知、活动；看报名"
          onTap={() => void go('officer/publications/index', { union })}
        />
      )}
      {rights.includes('home') && <HomeDoors union={union} />}
      {rights.includes('home') && (
        <ListRow
          id="workbench-standards"
          title="对照标准"
          note="哪几条达到了，先补哪一样；申报评定"
          onTap={() => void go('officer/home/standards/index', { union })}
        />
      )}
      {rights.includes('approve') && leads && (
        <ListRow
          id="workbench-assessments"
          title="下级的申报"
          note="职工之家评定：逐条审核；部署评定"
          onTap={() => void go('officer/home/standards/below/index', { union })}
        />
      )}
      {rights.includes('home') && (
        <ListRow
          id="workbench-home"
          title="职工之家建设"
          note={leads ? '下级达标情况、先帮谁、报送；模范职工之家' : '上级的建议；模范职工之家、推荐荣誉'}
          onTap={() => void go('officer/home/above/overview/index', { union })}
        />
      )}
      {rights.includes('memberships') && (
        <ListRow
          id="workbench-on-behalf"
          title="代办入会"
          note="没有微信的职工，在纸上签名，由您录入"
          onTap={() => void go('officer/on-behalf/index', { union })}
        />
      )}
      {rights.includes('memberships') && (
        <ListRow
          id="workbench-import"
          title={leads ? '导入花名册、汇总表' : '导入花名册'}
          note="Excel 或 CSV；先核对，再写入"
          onTap={() => void go('officer/import/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-export"
          title="导出表格"
          note="花名册、申请书名单、汇总表；加密，要写用途"
          onTap={() => void go('officer/export/index', { union })}
        />
      )}
      {rights.includes('memberships') && (
        <ListRow
          id="workbench-entrusted"
          title="委托管理的会员"
          note="劳务派遣，会籍在别的工会、由本会代管"
          onTap={() => void go('officer/entrusted/index', { union })}
        />
      )}
      {rights.includes('memberships') && leads && (
        <ListRow
          id="workbench-reinstate"
          title="恢复会籍"
          note="下级工会登记错了退会、开除或去世"
          onTap={() => void go('officer/reinstate/index', { union })}
        />
      )}
      {rights.includes('letters') && (
        <ListRow
          id="workbench-letters"
          title="入会申请书"
          note={leads ? '下级工会批准后送来的第二份' : '本会批准的'}
          onTap={() => void go('officer/letters/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-bindings"
          title="待确认的绑定"
          note="会员当面绑定微信，要第二位干部确认"
          onTap={() => void go('officer/bindings/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-round"
          title="半年核对"
          note="看一遍工会信息和花名册，点一下办结"
          onTap={() => void go('officer/round/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-rounds-below"
          title={leads ? '下级工会核对、上报' : '本会的上报'}
          note={leads ? '谁还没有上报，催一下；审核，再往上报' : '上级审核到哪了；退回的，改好再报'}
          onTap={() => void go('officer/rounds-below/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-figures"
          title="统计"
          note={leads ? '会员、入会率、建会率，逐级看；每月通报' : '会员、入会率、每月增减'}
          onTap={() => void go('figures/statistics/index', { union })}
        />
      )}
      {rights.includes('reviews') && (
        <ListRow
          id="workbench-reviews"
          title="会员评家"
          note={leads ? '发公告、看名单、看结果；下级工会的评家' : '发公告、看名单、看结果'}
          onTap={() => void go('officer/reviews/index', { union })}
        />
      )}
      {rights.includes('papers') && (
        <ListRow
          id="workbench-venue"
          title="评家现场"
          note="打印选票、登记领票、录入计票"
          onTap={() => void go('officer/venue/index', { union })}
        />
      )}
      {rights.includes('scrutinise') && (
        <ListRow
          id="workbench-scrutiny"
          title="监票"
          note="评家公布以后，重新计一遍票；打印计票记录"
          onTap={() => void go('officer/scrutiny/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-clean"
          title="数据清理"
          note="重复的人、空挂会员"
          onTap={() => void go('officer/clean/index', { union })}
        />
      )}
      {rights.includes('requests') && (
        <ListRow
          id="workbench-requests"
          title="资料更正与删除"
          note="会员提的请求，15 个工作日内答复"
          onTap={() => void go('officer/requests/index', { union })}
        />
      )}
      {rights.includes('policies') && (
        <ListRow
          id="workbench-policies"
          title="本地规定"
          note="期限、标准、申请书；一人提出，另一人公布"
          onTap={() => void go('rules/desk/index', { union })}
        />
      )}
      <RegistryDoors office={{ union, rights, leads }} />
      <ListRow
        id="workbench-display"
        title="公开我的信息"
        note="双亮：姓名、电话、照片，由您决定"
        onTap={() => void go('officer/display/index', { union })}
      />
      {rights.length === 0 && <Card title="现在没有要您办的事" note="轮到您时，这里会出现。" />}
    </>
  )
}

import { RegionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import { letter2018 } from '../letters'
import type { PolicyPack } from '../values'

const registration2018 = { effectiveFrom: IsoDate.parse('2018-04-11'), source: 'CHANGXING_REGISTRATION' } as const

/** 长兴县 (seed 003, 长总工〔2018〕12号). The brackets of the subsidy both name 50 (O-7): 50 staff get the larger amount. */
export const changxing: PolicyPack = {
  region: RegionId.parse('330522'),
  name: '长兴县',
  provisions: {
    letter: [{ ...registration2018, value: letter2018, clause: '附件2' }],
    letterConsent: [{ ...registration2018, value: 'signature', clause: '二（三）1' }],
    rosterColumns: [
      {
        ...registration2018,
        value: [
          '序号',
          '姓名',
          '性别',
          '身份证号码',
          '国籍',
          '学历',
          '手机号码',
          '户籍类型',
          '所属单位',
          '就业状况',
          '担任工会职务',
        ],
        clause: '附件3',
      },
    ],
    rosterUpdate: [{ ...registration2018, value: { everyMonths: 6, inMonths: [1, 7] }, clause: '三4' }],
    landline: [
      { ...registration2018, value: { areaCode: '0572', digits: 7 }, clause: '附件1 填表示例“6022447”；湖州区号 0572' },
    ],
    platform: [{ ...registration2018, value: '浙江工会业务平台', clause: '三3' }],
    subsidies: [
      {
        ...registration2018,
        value: [
          { staffFrom: 1, staffTo: 49, amountFen: 60_000 },
          { staffFrom: 50, staffTo: 500, amountFen: 100_000 },
          { staffFrom: 501, staffTo: null, amountFen: 200_000 },
        ],
        clause: '二（五）；文件里 50 人写在两档，按金额高的一档',
      },
    ],
  },
}

/** 湖州市: seed 003 acts on the city’s real-name scheme, whose text is not at hand: no value of its own. */
export const huzhou: PolicyPack = { region: RegionId.parse('3305'), name: '湖州市', provisions: {} }

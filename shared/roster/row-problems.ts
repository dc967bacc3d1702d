/** 行里的问题: why a row is not taken, by column. The words that go back to whoever sent the file stand here and nowhere else. */
export const problemSentences = {
  missing: '没有填',
  formula: '是公式。请复制后“选择性粘贴—数值”，再上传',
  'cell-error': '是错误值（如 #N/A）。请改成正确的内容',
  'digits-lost':
    '存成了数字，表格只保留前 15 位，后面的位数已经变成 0，无法恢复。请把这一列设为“文本”格式，再对照证件重新填写',
  'number-invalid': '证件号码有误，请对照证件核对',
  'name-invalid': '请填姓名，不超过 50 个字',
  'sex-invalid': '请填“男”或“女”',
  'sex-disagrees': '与身份证号码不一致。请核对性别和号码',
  'nationality-unknown': '没有这个国家名称。请填通用名称，例如“中国”“韩国”',
  'nationality-disagrees': '与证件号码不一致。请核对国籍和号码',
  'education-unknown': '请填：小学、初中、高中、中专（技校）、大专、本科、硕士、博士',
  'household-unknown': '请填：城镇（非农业）、农村（农业）、港澳台、外籍',
  'mobile-invalid': '手机号有误，请核对 11 位号码',
  'under-age': '未满 16 周岁，不能加入工会',
  'too-long': '字数太多，请缩短',
  'code-invalid': '统一社会信用代码或组织机构代码有误，请核对',
  'unit-kind-unknown':
    '请填：党政机关、事业单位、国有经济、集体经济、私营经济、个体经济、联营经济、股份制、外商投资、港澳台投资、社会组织或其他',
  'union-type-unknown': '请填：单建、联合工会或工会联合会',
  'field-invalid': '没有填对，请核对',
  'count-invalid': '请填整数',
  'in-file-twice': '与本文件的另一行重复',
  'member-elsewhere': '已在其他工会入会，请走转会',
  moving: '正在办转会，请先办完',
  applying: '有一份入会申请正在办，请先办完那一份',
  'membership-ended': '以前的会籍已经结束。请本人重新申请，或由工会代办入会',
  'name-differs': '姓名和证件号码对不上，请对照证件核对。确实改了名的，请本人向工会提更正',
  'union-unknown':
    '本会下面没有叫这个名称的工会。名称写法不同的，请改成登记的名称；还没有登记的，请先在工作台“建会”里登记',
  'union-ambiguous': '本会下面有几个工会对得上这一行，请写清楚工会名称',
} as const

export type ProblemCode = keyof typeof problemSentences

/** One thing that is wrong in a row. `message` says it better than the code's own sentence; `row` is the other one of two that are the same. */
export interface RowProblem<Key extends string> {
  readonly column: Key
  readonly code: ProblemCode
  readonly message?: string
  readonly row?: number
}

/** 未导入原因: all of a row in one text, each with its column’s heading. */
export function reasonText<Key extends string>(
  problems: readonly RowProblem<Key>[],
  headingOf: (column: Key) => string,
): string {
  return problems
    .map(({ column, code, message, row }) => {
      const other = row === undefined ? '' : `（第 ${row} 行）`
      return `${headingOf(column)}：${message ?? problemSentences[code]}${other}`
    })
    .join('；')
}

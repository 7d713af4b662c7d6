// @ts-check
/** The page that is opened first. */
export const texts = {
  'overview.title': '{department} · {period}', 'overview.now': '本期', 'overview.recent': '近{count}期',
  'overview.reports': '{department}{period}：应报{expected}个部门，已报{received}个', 'overview.missing': '{state}{count}个（{names}）', 'overview.more': '{names}等',
  'overview.report.received': '{department}{period}的报告已收到', 'overview.report.not_reported': '{department}{period}的报告没有收到', 'overview.report.not_due': '{department}{period}的报告还没到报送的时候',
  'overview.known': '{count}项指标中，确切而完整的{exact}项', 'overview.known.no': '{count}项指标没有一项是确切而完整的', 'overview.known.bounds': '只有界限或约数的{count}项', 'overview.known.partial': '只有部分部门有数字的{count}项，所列为下限', 'overview.known.none': '没有数字的{count}项',
  'overview.changes': '与上年同期相比，{changes}', 'overview.up': '增加{count}项（{names}）', 'overview.down': '减少{count}项（{names}）', 'overview.same': '持平{count}项', 'overview.unclear': '无法判断{count}项',
  'overview.moved': '{metric} {by}', 'overview.matched': '；差数只按两期都有数字的部门计算',
  'overview.discipline': '处分按种类看，不在这里汇总', 'overview.about': '所列是填报部门最多的指标。点数值看依据，点指标看趋势；覆盖是有数字的部分与应有的部分。',
  'overview.apart': '“{department}”之下的单位各不相干，数字不相加。请选一个：',
  'overview.target': '最低要求', 'overview.least': '不少于{least}', 'overview.leastOf': '{period}不少于{least}',
  'overview.signal': '信号', 'overview.signals': '各部门信号、最低要求与办理流程',
};

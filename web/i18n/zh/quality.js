// @ts-check
/** Data quality: what is not known. */
export const texts = {
  'quality.sentence': '{department}：应报{of}份，已报{count}份', 'quality.missing': '未报送{count}份', 'quality.notDue': '未到期{count}份', 'quality.late': '逾期收到{count}份',
  'quality.conflicts': '对不上的数{count}处', 'quality.silent': '没有数字的报告{count}份', 'quality.whole': '报告（不看单个指标）', 'quality.ofReports': '各部门各期报告', 'quality.ofMetric': '{metric}（{unit}，{basis}）各部门各期状态',
  'quality.received': '报送', 'quality.inTime': '及时', 'quality.numbered': '有数字', 'quality.state.received': '已报送', 'quality.state.late': '逾期天数', 'quality.on': '{date}导入', 'quality.due': '应于{date}前报送', 'quality.days': '逾期{days}天',
  'quality.aboutReports': '分数是已报的份数与应报的份数。及时以导入的日期与报送日历相比；没有应报日期的、台账启用当天一并录入的不计。点一格看该部门该期的总览，方向键可在格间移动。',
  'quality.aboutMetric': '分数是有数字的格数与应有的格数；不适用与未到期的不计。点一格看依据，方向键可在格间移动。',
  'quality.owed': '催报', 'quality.copy': '复制催报文字', 'quality.nothingOwed': '这些期没有未报送的报告。', 'quality.reminder': '截至{date}，以下部门尚有报告未报送：', 'quality.line': '{department}：{reports}',
  'quality.owes': '{period}', 'quality.owes.due': '{period}（应于{due}前报送，已逾期{days}天）', 'quality.findings': '问题清单', 'quality.nothingFound': '这些期没有发现问题。',
  'quality.conflict': '报告所说{stated}，各部分相加{parts}', 'quality.group.conflict': '对不上的数（{count}）', 'quality.group.silent': '没有数字的报告（{count}）', 'quality.group.late': '逾期收到（{count}）',
};

// @ts-check
/** Extracts, and what their columns mean. */
export const texts = {
  'extracts.sentence': '所选共{rows}行', 'extracts.of': '，其中{states}', 'extracts.part': '{state}{count}', 'extracts.download': '下载', 'extracts.excel': '下载 CSV（Excel 双击可开）',
  'extracts.program': '下载 CSV（程序读取）', 'extracts.empty': '所选没有数据：文件只有表头。放宽筛选即可。', 'extracts.byState': '各状态的行数', 'extracts.rows': '行数',
  'extracts.code': '一行代码读取', 'extracts.inExcel': '数据 → 自网站 → {url}', 'extracts.columns': '各列的含义', 'extracts.column': '列', 'extracts.meaning': '含义',
  'extracts.tidy': '一行一个数字。数值列只有数字或空，空不是零，缘由在 state 列。',
  'column.org_code': '部门代码', 'column.org_name': '部门名称', 'column.metric_code': '指标代码', 'column.metric_name': '指标名称', 'column.period': '期间',
  'column.period_start': '期间第一天', 'column.period_end': '期间最后一天', 'column.period_type': '期间长度：Q 季、H 半年、A 年、M 月、YTD 累计',
  'column.basis': '口径：disc 当期、ytd 累计、stock 时点', 'column.unit': '单位', 'column.value': '确切的数值，否则为空', 'column.value_low': '下界（含）',
  'column.value_high': '上界（含），空为无上界', 'column.qualifier': '限定：eq、ge、le、ap、rg', 'column.state': '状态，全称', 'column.obs_status': 'SDMX 观测状态',
  'column.review_state': '核对状态', 'column.coverage_n': '有数字的部分数', 'column.coverage_of': '应有的部分数', 'column.denominator': '分母，若有',
  'column.value_text': '原文所写的数', 'column.sentence': '原文句子', 'column.report_id': '报告编号', 'column.report_title': '报告名称',
  'column.location': '在报告中的位置', 'column.figure_id': '数字编号', 'column.revision': '修订次数', 'column.revised_at': '最近修订时间', 'column.confirmed_at': '确认时间',
  'column.derived': '是否推算', 'column.note': '附注', 'column.as_of': '数据截至',
  'column.category_code': '分类代码，空为不分类', 'column.category_name': '分类名称', 'column.scope': '范围：own 本级、consolidated 含下级',
};

// @ts-check
/** The evidence of a value, and why it changed. */
export const texts = {
  'card.balance': '合并填报与下属', 'card.balanceText': '本级合并填报 {statement}；下属合计 {children}（{reported}/{expected}）；差额 {gap}', 'card.unknown': '未知',
  'card.close': '关闭依据', 'card.heading': '{department} · {period}', 'card.value': '数值', 'card.bounds': '上下界',
  'card.unit': '单位', 'card.metric': '指标', 'card.category': '类别', 'card.period': '期间', 'card.range': '起止', 'card.department': '部门',
  'card.note': '附注', 'card.source': '原文', 'card.form': '表格中的位置', 'card.line': '第{line}行第{column}列，{field}', 'card.cell': '工作表和单元格：{cell}',
  'card.report': '打开报告：{name}', 'card.cite': '复制引用', 'card.revisions': '修订', 'card.stated': '报告所说',
  'card.standing': '按报告所说', 'card.other': '按另一说',
  'card.parts': '各部分相加', 'card.figures': '依据的数字（{count}）', 'card.more': '另有{count}个未列出，可在数据下载中取得。',
  'card.citation': '{department}{period}{metric}：“{quote}”，见《{report}》（{id}），{url}',
  'why.title': '为何变化', 'why.from': '从', 'why.to': '到', 'why.beginning': '最早', 'why.unknown': '尚无此部门', 'why.cause': '起因', 'why.share': '份额',
  'why.after': '之后的数', 'why.sum': '合计', 'why.space': ' ', 'why.reason': '（理由：{reason}）', 'why.more': '另有{count}次，见下表', 'why.imports': '{count}次导入',
  'why.sentence': '{period}{name}{metric}由{from}变为{to}：{steps}', 'why.sentence.still': '{period}{name}{metric}仍是{from}：{steps}',
  'why.sentence.same': '{period}{name}{metric}一直是{to}', 'why.partial': '{value}（{expected}个部分中{reported}个有数字）',
  'why.kind.new_report': '新报告', 'why.kind.correction': '更正', 'why.kind.withdrawal': '撤回', 'why.kind.organisation': '部门表', 'why.kind.reorganisation': '机构变动',
  'why.kind.calendar': '报送日历', 'why.kind.due': '报送期限已过', 'why.kind.several': '更早的多次导入',
  'why.gained': '有了数字', 'why.lost': '不再有数字，变为{state}', 'why.closed': '上限从无到有', 'why.opened': '不再有上限', 'why.conflict': '出现对不上的数', 'why.settled': '对不上的数已理清',
  'why.state': '由{from}变为{to}', 'why.coverage': '上报由{from}变为{to}', 'why.evidence': '数不变，依据变了', 'why.lower': '下限{by}', 'why.upper': '上限{by}',
  'card.status': '核对',
};

// @ts-check
/** Rates and funnels. */
export const texts = {
  'funnel.title': '{parent}各部门{metric}按规模比较（{period}）', 'funnel.rate': '每百名在编人员每年{value}', 'funnel.share': '{value}',
  'funnel.sentence': '{period}{metric}：{count}个部门，总体为{centre}', 'funnel.outside': '；超出99.8%界限：{names}，请核实原因', 'funnel.allInside': '；没有部门超出99.8%界限', 'funnel.worth': '；在95%与99.8%界限之间：{names}（这么多部门中，平均约有{expected}个因偶然到此）',
  'funnel.none': '{metric}是安排出来的工作，多少不由偶然决定，也不随人数变化：只列出{count}个部门的数，不作漏斗。', 'funnel.reason.few_departments': '{period}{metric}：有确数和规模的部门只有{count}个，不足8个，不作漏斗，只列表。',
  'funnel.reason.no_events': '{period}{metric}：{count}个部门一件也没有，不作漏斗。', 'funnel.reason.not_by_chance': '{metric}不由偶然决定，不作漏斗。',
  'funnel.about': '每点一个部门。横轴是规模，虚线为95%界限，实线为99.8%界限，细线为总体。界限随规模收窄：小部门多一件少一件都是常事。不作高低排序。', 'funnel.dispersed': '部门之间的差别大于偶然（φ={phi}），界限已放宽。',
  'funnel.outer': '99.8%', 'funnel.inner': '95%', 'funnel.staffYears': '在编人员（人年）', 'funnel.wholes': '分母（件、个）',
  'funnel.inside': '在界限之内', 'funnel.high_95': '高于95%界限，可看一看', 'funnel.low_95': '低于95%界限，可看一看', 'funnel.high_998': '高于99.8%界限，请核实原因。异常≠好坏。', 'funnel.low_998': '低于99.8%界限，请核实原因。异常≠好坏。',
  'funnel.count': '数（{unit}）', 'funnel.years': '在编人员（人年）', 'funnel.rateHead': '每百人每年（95%区间）', 'funnel.part': '分子', 'funnel.whole': '分母', 'funnel.shareHead': '比率（95%区间）', 'funnel.interval': '{lower}—{upper}', 'funnel.few': '数量过少，不宜比较',
  'funnel.said': '{events}，{size}人年，每百人每年{value}', 'funnel.saidShare': '{events} / {size}，{value}', 'funnel.leftOut': '没有画出的部门：', 'funnel.left': '{why}（{names}）',
  'funnel.aboutRates': '比率 = 100 × 数 ÷ 人年；半年里的120人是60人年。人数不足20或不知道人数的，只列数。区间：不足10件用泊松精确法，10件以上用Byar法。各行按编制序，不能按数值排序：小数目的排列只是偶然。',
  'funnel.aboutShares': '区间用Wilson法。分母不足20的只列两个数。各行按编制序，不能按数值排序。', 'funnel.aboutCounts': '各行按编制序。',
  'funnel.why.no_number': '没有数字或未公开', 'funnel.why.contested': '待裁定', 'funnel.why.not_exact': '不是确数', 'funnel.why.not_confirmed': '待核', 'funnel.why.size_missing': '不知道人数', 'funnel.why.size_not_sure': '规模不是确数', 'funnel.why.size_zero': '规模为0', 'funnel.why.part_above_whole': '分子大于分母',
  'rate.events_withheld': '未公开，不算比率', 'rate.events_missing': '没有数字', 'rate.events_contested': '待裁定，不算比率', 'rate.staff_missing': '不知道人数，只列数', 'rate.staff_open': '人数没有上界，只列数', 'rate.staff_below_20': '不足20人，只列数',
  'rate.withheld': '未公开，不算比率', 'rate.missing': '没有数字', 'rate.contested': '待裁定，不算比率', 'rate.whole_open': '分母没有上界', 'rate.whole_below_20': '分母不足20，只列数', 'rate.part_above_whole': '分子大于分母，不是同一批',
};

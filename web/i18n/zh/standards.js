// @ts-check
/** Signals of all, minimum standards, questions and decisions. */
export const texts = {
  'decision.actor': '决定人', 'decision.reason': '理由', 'decision.done': '已记录',
  'signals.grid': '{department}各部门信号（截至{period}）', 'signals.sentence': '{department}截至{period}：{count}条序列中{judged}条可以判断，{special}条的末期超出平常波动', 'signals.sentence.none': '{department}截至{period}：{count}条序列都还不能判断。',
  'signals.which': '：{names}', 'signals.one': '{department}{metric}{word}', 'signals.andMore': '等', 'signals.noMetrics': '这些期没有可以判断的指标。',
  'signals.about': '每格说的是最近一期；点一格看趋势和上下限。涉及处分的指标不列在这里。',
  'targets.title': '{department}最低要求（{period}）', 'targets.sentence': '{count}项要求：已达到{met}项，未达到{not}项，无法判断{open}项。', 'targets.standard': '要求', 'targets.done': '已做', 'targets.bullet': '对照', 'targets.judged': '判断',
  'targets.pace': '进度', 'targets.source': '依据', 'targets.none': '没有登记最低要求。可在下面登记，或导入表（metric,department,period,at_least,source）。', 'targets.said': '{value}，要求不少于{least}，{judged}', 'targets.asked': '{period}不少于{least}',
  'targets.over': '期间已结束', 'targets.by': '{actor}登记，{date}', 'targets.about': '粗竖线是最低要求，细虚线是均匀进度。超过最低要求不算更好；未公开、未提及的数不能判断。处分、线索、信访不设要求。',
  'targets.met': '已达到的（{count}）', 'targets.set': '登记一项要求', 'targets.setNote': '只有越多越好的工作可以有最低要求，并须写明依据。已有的要求会被新的代替，旧的仍可查。', 'targets.go': '登记', 'targets.least': '不少于', 'targets.end': '取消一项要求',
  'pace.on_pace': '赶得上', 'pace.behind': '慢于均匀进度', 'pace.cannot_be_judged': '无法判断',
  'pace.words': '至今{so_far}，均匀进度为{due}，还有{months}个月', 'pace.left': '，还差{left}',
  'process.title': '{department}办理流程（{period}）', 'process.open': '期末至少还有{least}未办结（不含此前未办结的）', 'process.openNone': '办结的不少于本期新收的；此前未办结的有多少，报告没有说', 'process.openUnknown': '未办结的数不能确定',
  'process.share': '占上一步的{share}%', 'process.about': '信访 → 线索 → 谈话函询、立案 → 处分。各步单位不同，本期的处分多半出自早先的案件，所以不算转化率。',
  'process.why.unit_differs': '单位不同，不算比例', 'process.why.time_differs': '期间不同，不算比例', 'process.why.department_differs': '部门不同，不算比例', 'process.why.category_differs': '类别不同，不算比例', 'process.why.not_declared': '不是同一批，不算比例',
  'process.why.withheld': '有数未公开，不算比例', 'process.why.missing': '缺数，不算比例', 'process.why.contested': '有数待裁定，不算比例', 'process.why.whole_open': '上一步没有上界，不算比例', 'process.why.whole_below_20': '上一步不足20，不算比例', 'process.why.part_above_whole': '多于上一步，不是同一批',
  'questions.title': '值得再看一眼', 'questions.about': '这些是问题，不是结论：每一个都可能有正当的原因。核实后写明理由，就不再问。', 'questions.none': '这些期没有要问的。', 'questions.failed': '这一部分没能读到，请刷新本页再试。', 'questions.answer': '已核实，不再问', 'questions.go': '记下理由',
  'questions.again': '重新问', 'questions.answered': '已答复的（{count}）', 'questions.by': '{actor}，{date}：{reason}', 'questions.foreseen': '值得再看一眼（{count}）',
  'questions.looked': '{brought}个新的或改变的数中看了前{looked}个。', 'questions.place': '（{place}）', 'questions.more': '还有{count}个，见数据质量。', 'questions.toAnswer': '到“数据质量”答复',
  'questions.outside_history': '与本部门以往相差很大（{count}）', 'questions.unit_slip': '单位或位数（{count}）', 'questions.identical_to_last': '与上期完全相同（{count}）', 'questions.digit_heaping': '尾数多为0或5（{count}）', 'questions.sum_to_target': '相加恰好等于要求（{count}）', 'questions.to_date_falls': '累计数变小（{count}）',
  'question.outside_history': '这一期为{value}，以往{history}期的中位数为{usual}。是否属实？', 'question.unit_slip': '这一期为{value}；如果差了{factor}倍，应为{fits}，与以往{history}期相近。单位或位数是否有误？', 'question.identical_to_last': '与上一期同为{value}。是否重复填报了上期的数？',
  'question.digit_heaping': '{of}个数中{round}个以0或5结尾，平常约为五分之一。是计数还是估数？', 'question.sum_to_target': '各期{parts}，相加恰好等于要求的{target}。是否属实？', 'question.to_date_falls': '到{when}累计{before}，此后累计反为{value}。是更正，还是其中一个不是累计数？',
};

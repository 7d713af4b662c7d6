// @ts-check
/** What a control chart says of a series. */
export const texts = {
  'signal.title': '变化是不是真的', 'signal.common_cause': '平稳', 'signal.improvement_high': '明显偏高（向好）', 'signal.improvement_low': '明显偏低（向好）', 'signal.concern_high': '明显偏高（需关注）',
  'signal.concern_low': '明显偏低（需关注）', 'signal.neutral_high': '异常偏高', 'signal.neutral_low': '异常偏低', 'signal.few_points': '期数不足', 'signal.few_moving_ranges': '相邻期数不足',
  'signal.last_excluded': '本期不是确数', 'signal.small_mean': '数目太小', 'signal.to_date': '累计数', 'signal.stock': '时点数', 'signal.mixed_lengths': '期间长短不一', 'signal.overlapping': '期间重叠',
  'signal.not_consecutive': '期间不连续', 'signal.reorganised': '机构有变动', 'signal.notBad': '异常≠好坏：只说明变化超出平常波动，请核实原因。',
  'signal.why.outside_high': '高于上限', 'signal.why.outside_low': '低于下限', 'signal.why.trend_up': '连续7期上升', 'signal.why.trend_down': '连续7期下降', 'signal.why.two_of_three_high': '相邻3期中2期靠近上限',
  'signal.why.two_of_three_low': '相邻3期中2期靠近下限', 'signal.why.shift_high': '连续7期高于均值', 'signal.why.shift_low': '连续7期低于均值',
  'signal.about.special': '末期{why}。', 'signal.about.disagree': '几条理由方向不一，都列在这里。', 'signal.about.common_cause': '末期的变化没有超出平常波动。',
  'signal.about.few_points': '可用的确数只有{points}期：不足8期只画中位数，8至12期画试算上下限，13期起才下判断。', 'signal.about.few_moving_ranges': '相邻两期都有确数的不足7次，上下限还立不住。',
  'signal.about.last_excluded': '末期没有已确认的确数，不下判断。', 'signal.about.small_mean': '平均不到3，多一个少一个都是常事，不下判断。', 'signal.about.to_date': '累计数逐期包含前期，不能这样判断，请看当期数。',
  'signal.about.stock': '时点数前后相连，不能这样判断。', 'signal.about.mixed_lengths': '期间长短不一，不能这样判断。', 'signal.about.overlapping': '期间重叠，不能这样判断。', 'signal.about.not_consecutive': '期间不连续，不能这样判断。',
  'signal.about.reorganised': '机构有变动，前后不是同一个部门；记录一个新阶段后才能判断。',
  'limits.mean': '均值 {value}', 'limits.median': '中位数 {value}', 'limits.upper': '上限 {value}', 'limits.lower': '下限 {value}', 'limits.trialUpper': '试算上限 {value}', 'limits.trialLower': '试算下限 {value}',
  'limits.note': '异常：{why}', 'limits.onlyOne': '只选一个部门时画出上下限。',
  'phase.title': '记录新阶段', 'phase.note': '已知原因使工作方式长期改变时，由人决定从哪一期起另算均值和上下限；不因出现信号而自动分段。', 'phase.first': '从这一期起', 'phase.go': '记录', 'phase.back': '取消一个阶段',
  'phase.recorded': '{first}起为新阶段：{reason}（{actor}，{date}）',
};

// @ts-check
/** Kinds of sanction. */
export const texts = {
  'discipline.title': '{track}（{unit}，{basis}）：{department}，{period}', 'discipline.apart': '党纪处分与政务处分分开统计，一个人可能两样都有，因此不相加。四种形态另列，也不与处分相加。',
  'discipline.bySize': '按规模看各部门的{metric}（漏斗）',
  'discipline.way.kind': '种类', 'discipline.way.period': '各期', 'discipline.way.rank': '职级', 'discipline.way.forms': '四种形态',
  'discipline.periodTitle': '{track}各期（{unit}，{basis}）：{department}', 'discipline.byRank': '{metric}（按职级）',
  'discipline.unstacked': '不堆叠：{period}{kind}（{state}）；共{count}处不是确切而完整的数，各类分开画。',
  'discipline.forms': '四种形态是对线索的处理结果，不是处分的分类，不与处分相加；日常廉政谈话不计入第一种形态。',
  'discipline.ranks': '职级是人的分类，不是处分的轻重，各图之间不相加。', 'discipline.noRank': '所选部门这一期没有按职级的数字。', 'discipline.noRank.action': '按种类看',
};

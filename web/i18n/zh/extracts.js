// @ts-check
/** Extracts, and what their columns mean. */
export const texts = {
  'extracts.sentence': '所选共{rows}行', 'extracts.of': '，其中{states}', 'extracts.part': '{state}{count}', 'extracts.download': '下载所选', 'extracts.excel': 'CSV（Excel 双击可开）',
  'extracts.program': 'CSV（程序读取）', 'extracts.xlsx': 'XLSX', 'extracts.wide': '宽表', 'extracts.zip': '全部数据 ZIP', 'extracts.for.excel': '给 Excel', 'extracts.for.programs': '给程序',
  'extracts.for.cells': '图上的数（汇总数）', 'extracts.for.whole': '全部：数据、代码、说明、校验值', 'extracts.empty': '所选没有数据：文件只有表头。放宽筛选即可。', 'extracts.byState': '各状态的行数', 'extracts.rows': '行数',
  'extracts.coming': '正在取{name}…', 'extracts.saved': '已取全：{name}，{size}字节。', 'extracts.large': '超过{most}行的文件和数据包由浏览器直接存盘，进度和成败看浏览器的下载列表；中断的会标为失败，请删去重下。收好后可以用 plumbline verify-extract 核对。',
  'extracts.broken': '{name}中断了，没有取全，也没有保存。请重试。',
  'extracts.version': '数据版本', 'extracts.newest': '最新（随数据更新）', 'extracts.versionOf': '本页的数据截至{at}。固定链接的文件永远逐字节不变。', 'extracts.nearest': '所问的{at}没有数据变动，取其前最近的一次。',
  'extracts.unchanged': '自那时起，所选的数一个也没有变。', 'extracts.changed': '自那时起，所选有{count}个数变了：新报{fresh}、更正{changed}、撤回{withdrawn}。', 'extracts.which': '是哪些（CSV）',
  'extracts.manifest': '校验单', 'extracts.verify': '有行数、各指标之和与 SHA-256；手上的文件是否原样，用 plumbline verify-extract 核对。', 'extracts.preview': '预览', 'extracts.first': '前{count}行',
  'extracts.code': '读取方法', 'extracts.reference': '接口参考', 'extracts.inExcel': '数据 → 自网站 → {url}', 'extracts.lists': '代码表', 'extracts.list.metrics': '指标', 'extracts.list.orgs': '部门', 'extracts.list.periods': '期间',
  'extracts.list.codes': '状态、口径、分类等代码', 'extracts.list.reports': '报告', 'extracts.described': '给程序看的说明：', 'extracts.columns': '各列的含义', 'extracts.column': '列', 'extracts.title': '中文列名', 'extracts.meaning': '含义',
  'extracts.all': '全部{count}列', 'extracts.tidy': '一行一个数；应报而没有的也是一行，状态说明原因。数值列只有数字或空，空不是零。', 'extracts.changelog': '列的变更', 'extracts.log.first': '0.1.0：org_code 至 as_of，共32列。', 'extracts.log.category': '其后在末尾增加 category_code、category_name、scope。',
  'extracts.log.gaps': '下一版：应报而没有的数也成一行；比率按小数写（95.5）。列不变。', 'extracts.log.cells': '下一版：cells 在末尾增加 department_name、metric_name、category_name、unit，再后是 period_start、period_end、period_code；codes.csv 中每个代码都有名称。',
};

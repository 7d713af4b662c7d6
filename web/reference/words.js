// @ts-check
/** The words of the reference; descriptions come from the contract itself, in Chinese as `x-zh`. */

export const zh = {
  brand: '准绳', title: '接口参考', short: '接口', skip: '跳到正文', navigation: '主导航', extracts: '数据下载', contents: '本页内容',
  failed: '接口说明没有读到。请稍后重新打开本页。',
  lede: '页面上的每个数都可以用程序取到：图表的数为 JSON，成批的数据为 CSV。本页由服务器上的接口说明（OpenAPI 3.1，第 {version} 版）生成；说明与实际回答由测试核对。',
  rules: '通则', examples: '示例', schemas: '数据结构', copy: '复制 {name} 示例', open: '打开', required: '必填',
  'schemas.lede': '回答中各对象的字段。缺数是 null，从不是 0。',
  'examples.lede': '服务器地址已按本页填好。每个示例都在测试中运行；Excel 的示例只核对其地址和列名。',
  'rule.values': '每个数是闭区间 `lower`…`upper`（`upper` 为 null 即无上限），并有状态 `state`；`value` 是原文的数，没有则为 null。数以指标的最小单位计，整数。',
  'rule.asOf': '`as_of=2026-11-20T09:00:00Z` 使回答与那一刻完全相同，以后也不变。不写则为最新。',
  'rule.unknown': '不认识的参数是错误。有错时回答 `application/problem+json`（RFC 9457），`errors` 一次列出全部：哪个参数、写了什么、可以写什么。',
  'rule.etag': '回答带强 `ETag`；再问时写 `If-None-Match`，没有变化就只答 304。凡可 GET 处皆可 HEAD。',
  'rule.coding': '按 `Accept-Encoding` 以 br 或 gzip 压缩（1 KB 起）。',
  'rule.link': '`Link` 头（RFC 8288）给出同一问题的 CSV（`rel="alternate"`）和下一页（`rel="next"`）。逐页读取以第一页的数据版本为准，其间导入不影响各页衔接。',
  'group.data': '数字', 'group.reports': '报告与核对', 'group.imports': '导入与模板', 'group.extracts': '成批数据', 'group.admin': '管理', 'group.service': '服务',
  parameters: '参数', 'parameters.none': '没有参数。', name: '名称', kind: '取值', meaning: '含义',
  body: '请求内容', answers: '回答', status: '状态码', format: '格式', 'status.default': '其他', fields: '字段', usual: '缺省 {value}', oneOf: '之一：{values}', listOf: '{item} 的列表',
  'kind.object': '对象', 'kind.string': '文字', 'kind.integer': '整数', 'kind.number': '数', 'kind.boolean': '是否', 'kind.null': 'null', 'kind.bytes': '文件', 'kind.any': '任意',
  'kind.date': '日期', 'kind.date-time': '时刻', or: ' 或 ', most: '至多 {count}', upTo: '{from} 至 {to}',
};

/** @type {Record<keyof typeof zh, string>} */
export const en = {
  brand: 'Plumbline', title: 'API reference', short: 'API', skip: 'Skip to the content', navigation: 'Main navigation', extracts: 'Extracts', contents: 'On this page',
  failed: 'The contract could not be read. Please open this page again later.',
  lede: 'Every number of the pages can be had by a program: charts as JSON, many figures at once as CSV. This page is made from the contract on this server (OpenAPI 3.1, version {version}); tests hold every answer against it.',
  rules: 'What holds everywhere', examples: 'Examples', schemas: 'Objects', copy: 'Copy the {name} example', open: 'Open', required: 'required',
  'schemas.lede': 'The fields of the objects in answers. What is missing is null and never 0.',
  'examples.lede': 'The address of this server is filled in. Tests run each of them; of the one for Excel they check the address and the columns.',
  'rule.values': 'Each number is a closed interval `lower` to `upper` (`upper` null = unbounded) with a `state`; `value` is the number as worded, or null. Numbers are whole, in the smallest unit of the metric.',
  'rule.asOf': '`as_of=2026-11-20T09:00:00Z` gives exactly the answer of that moment, for ever. Without it, the newest.',
  'rule.unknown': 'An unknown parameter is an error. What is wrong is answered as `application/problem+json` (RFC 9457); its `errors` list everything at once: the parameter, what was found, what would be accepted.',
  'rule.etag': 'Answers carry a strong `ETag`; ask again with `If-None-Match`, and where nothing changed the answer is a mere 304. HEAD is understood wherever GET is.',
  'rule.coding': 'Compressed with br or gzip by `Accept-Encoding`, from 1 KB on.',
  'rule.link': 'The `Link` header (RFC 8288) names the same question as CSV (`rel="alternate"`) and the page that follows (`rel="next"`). All pages are of the data version of the first, whatever is imported meanwhile.',
  'group.data': 'Numbers', 'group.reports': 'Reports and review', 'group.imports': 'Imports and templates', 'group.extracts': 'Extracts', 'group.admin': 'Administration', 'group.service': 'Service',
  parameters: 'Parameters', 'parameters.none': 'No parameters.', name: 'Name', kind: 'Values', meaning: 'Meaning',
  body: 'Request body', answers: 'Answers', status: 'Status', format: 'Format', 'status.default': 'other', fields: 'Fields', usual: 'default {value}', oneOf: 'one of {values}', listOf: 'list of {item}',
  'kind.object': 'object', 'kind.string': 'text', 'kind.integer': 'integer', 'kind.number': 'number', 'kind.boolean': 'yes or no', 'kind.null': 'null', 'kind.bytes': 'file', 'kind.any': 'anything',
  'kind.date': 'date', 'kind.date-time': 'instant', or: ' or ', most: 'at most {count}', upTo: '{from} to {to}',
};

let texts = zh;

/** @param {'zh' | 'en'} language */
export function setLanguage(language) { texts = language === 'en' ? en : zh; }

export function language() { return texts === en ? 'en' : 'zh'; }

/** @param {string} key @param {Record<string, unknown>} [values] */
export function t(key, values = {}) {
  const text = texts[/** @type {keyof typeof zh} */ (key)] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? String(values[name]) : whole);
}

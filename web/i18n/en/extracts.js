// @ts-check
/** Extracts, and what their columns mean. */
export const texts = {
  'extracts.sentence': 'The selection has {rows} rows', 'extracts.of': ': {states}', 'extracts.part': '{state}\u00a0{count}', 'extracts.download': 'Download what is selected', 'extracts.excel': 'CSV for Excel',
  'extracts.program': 'CSV for programs', 'extracts.xlsx': 'XLSX', 'extracts.wide': 'Wide table', 'extracts.zip': 'All data, ZIP', 'extracts.for.excel': 'For Excel', 'extracts.for.programs': 'For programs',
  'extracts.for.cells': 'The numbers of the charts (cells)', 'extracts.for.whole': 'Everything: data, codes, explanations, digests', 'extracts.empty': 'Nothing is selected: the file has its header only. Widen the filters.', 'extracts.byState': 'Rows by state', 'extracts.rows': 'Rows',
  'extracts.coming': 'Fetching {name}…', 'extracts.saved': 'Complete: {name}, {size} bytes.', 'extracts.broken': '{name} broke off. It is not complete and was not saved. Please try again.',
  'extracts.version': 'Data version', 'extracts.newest': 'Newest (follows the data)', 'extracts.versionOf': 'The data of this page are of {at}. A file of the permanent link stays the same to the byte.', 'extracts.nearest': 'Nothing changed at {at}; this is the last change before it.',
  'extracts.unchanged': 'Since then none of the selected figures has changed.', 'extracts.changed': 'Since then {count} of the selected figures have changed: {fresh} new, {changed} corrected, {withdrawn} withdrawn.', 'extracts.which': 'Which ones (CSV)',
  'extracts.manifest': 'Manifest', 'extracts.verify': 'has the rows, the sum of each metric and the SHA-256; plumbline verify-extract says whether a file at hand is as it was.', 'extracts.preview': 'Preview', 'extracts.first': 'The first {count} rows',
  'extracts.code': 'How to read it', 'extracts.reference': 'API reference', 'extracts.inExcel': 'Data → From Web → {url}', 'extracts.lists': 'Code lists', 'extracts.list.metrics': 'metrics', 'extracts.list.orgs': 'departments', 'extracts.list.periods': 'periods',
  'extracts.list.codes': 'states, bases, categories and other codes', 'extracts.list.reports': 'reports', 'extracts.described': 'Described for programs:', 'extracts.columns': 'What the columns mean', 'extracts.column': 'Column', 'extracts.title': 'Chinese title', 'extracts.meaning': 'Meaning',
  'extracts.all': 'All {count} columns', 'extracts.tidy': 'One row per figure; what should be there and is not has a row too, with its state. Value columns hold a number or nothing; nothing is not zero.', 'extracts.changelog': 'Changes of the columns', 'extracts.log.first': '0.1.0: org_code to as_of, 32 columns.', 'extracts.log.category': 'Then category_code, category_name and scope were appended.',
  'extracts.log.gaps': 'Next: figures that should be there and are not have rows; ratios have their decimals (95.5). The columns stay.', 'extracts.log.cells': 'Next: cells have department_name, metric_name, category_name and unit behind the others.',
};

// @ts-check
/** Extracts, and what their columns mean. */
export const texts = {
  'extracts.sentence': 'The selection has {rows} rows', 'extracts.of': ': {states}', 'extracts.part': '{state}\u00a0{count}', 'extracts.download': 'Download', 'extracts.excel': 'Download CSV for Excel',
  'extracts.program': 'Download CSV for programs', 'extracts.empty': 'Nothing is selected: the file has its header only. Widen the filters.', 'extracts.byState': 'Rows by state', 'extracts.rows': 'Rows',
  'extracts.code': 'Read it in one line', 'extracts.inExcel': 'Data → From Web → {url}', 'extracts.columns': 'What the columns mean', 'extracts.column': 'Column', 'extracts.meaning': 'Meaning',
  'extracts.tidy': 'One row per figure. Value columns hold a number or nothing; nothing is not zero, and the column state says why.',
  'column.org_code': 'Department code', 'column.org_name': 'Department name', 'column.metric_code': 'Metric code', 'column.metric_name': 'Metric name', 'column.period': 'Period',
  'column.period_start': 'First day of the period', 'column.period_end': 'Last day of the period', 'column.period_type': 'Length: Q quarter, H half-year, A year, M month, YTD year to date',
  'column.basis': 'disc in period, ytd year to date, stock at date', 'column.unit': 'Unit', 'column.value': 'The number if exact, else empty', 'column.value_low': 'Lower bound, inclusive',
  'column.value_high': 'Upper bound, inclusive; empty = none', 'column.qualifier': 'eq, ge, le, ap, rg', 'column.state': 'State in full words', 'column.obs_status': 'SDMX observation status',
  'column.review_state': 'Review state', 'column.coverage_n': 'Parts with figures', 'column.coverage_of': 'Parts expected', 'column.denominator': 'Denominator where there is one',
  'column.value_text': 'The number as worded', 'column.sentence': 'The sentence', 'column.report_id': 'Report id', 'column.report_title': 'Report name',
  'column.location': 'Place in the report', 'column.figure_id': 'Figure id', 'column.revision': 'Revision', 'column.revised_at': 'Last revised', 'column.confirmed_at': 'Confirmed',
  'column.derived': 'Whether derived', 'column.note': 'Note', 'column.as_of': 'Data as of',
  'column.category_code': 'code of the category, empty for the metric as a whole', 'column.category_name': 'name of the category', 'column.scope': 'own, or consolidated with everything below',
};

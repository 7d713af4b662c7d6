// @ts-check
/** The columns of the CSV extract in their fixed order; new ones are only ever appended. */
export const COLUMNS = ['org_code', 'org_name', 'metric_code', 'metric_name', 'period', 'period_start', 'period_end', 'period_type',
  'basis', 'unit', 'value', 'value_low', 'value_high', 'qualifier', 'state', 'obs_status', 'review_state', 'coverage_n',
  'coverage_of', 'denominator', 'value_text', 'sentence', 'report_id', 'report_title', 'location', 'figure_id', 'revision',
  'revised_at', 'confirmed_at', 'derived', 'note', 'as_of', 'category_code',
  'category_name', 'scope'];

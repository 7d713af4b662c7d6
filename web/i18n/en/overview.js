// @ts-check
/** The page that is opened first. */
export const texts = {
  'overview.title': '{department} · {period}', 'overview.now': 'This period', 'overview.recent': 'Last {count} periods',
  'overview.reports': '{department}, {period}: {received} of {expected} departments have reported', 'overview.missing': '{state}: {count} ({names})', 'overview.more': '{names} and others',
  'overview.report.received': '{department}: the report of {period} has come', 'overview.report.not_reported': '{department}: the report of {period} has not come', 'overview.report.not_due': '{department}: the report of {period} is not due yet',
  'overview.known': 'Of {count} metrics {exact} are exact and complete', 'overview.known.no': 'None of {count} metrics is exact and complete', 'overview.known.bounds': '{count} are bounds or estimates', 'overview.known.partial': '{count} rest on some of the departments and are lower bounds', 'overview.known.none': '{count} have no number',
  'overview.changes': 'Against a year ago: {changes}', 'overview.up': 'up {count} ({names})', 'overview.down': 'down {count} ({names})', 'overview.same': 'unchanged {count}', 'overview.unclear': 'cannot be judged {count}',
  'overview.moved': '{metric} {by}', 'overview.matched': '; differences are of departments with a number in both periods',
  'overview.discipline': 'Sanctions are shown by kind and not added up here', 'overview.about': 'The metrics that most departments report. A value opens its evidence, a metric its trend; coverage is the parts with a number out of those expected.',
  'overview.apart': 'The organisations under “{department}” have nothing to do with each other, so their figures are not added. Choose one:',
  'overview.target': 'Minimum standard', 'overview.least': 'at least {least}', 'overview.leastOf': '{period}: at least {least}',
  'overview.signal': 'Signal', 'overview.signals': 'Signals by department, minimum standards and process',
};

// @ts-check
/** Data quality: what is not known. */
export const texts = {
  'quality.sentence': '{department}: {count} of {of} reports have come', 'quality.missing': 'not reported: {count}', 'quality.notDue': 'not due: {count}', 'quality.late': 'received late: {count}',
  'quality.conflicts': 'contradictions: {count}', 'quality.silent': 'reports without a figure: {count}', 'quality.whole': 'Reports (no single metric)', 'quality.ofReports': 'Reports by department and period', 'quality.ofMetric': '{metric} ({unit}, {basis}): state by department and period',
  'quality.received': 'Received', 'quality.inTime': 'In time', 'quality.numbered': 'With a number', 'quality.state.received': 'Received', 'quality.state.late': 'Days late', 'quality.on': 'imported on {date}', 'quality.due': 'due by {date}', 'quality.days': '{days} {days|day|days} late',
  'quality.aboutReports': 'A fraction is the reports received out of those due. In time compares the day of import with the reporting calendar; what has no due date, or was taken over on the first day of the ledger, is not counted. A cell opens the overview of its department and period; the arrow keys move between cells.',
  'quality.aboutMetric': 'A fraction is the cells with a number out of those expected; not applicable and not due are not counted. A cell opens its evidence; the arrow keys move between cells.',
  'quality.owed': 'Reminders', 'quality.copy': 'Copy the reminder', 'quality.nothingOwed': 'No report of these periods is missing.', 'quality.reminder': 'As of {date} these departments still owe reports:', 'quality.line': '{department}: {reports}',
  'quality.owes': '{period}', 'quality.owes.due': '{period} (due by {due}, {days} {days|day|days} late)', 'quality.findings': 'Findings', 'quality.nothingFound': 'Nothing was found in these periods.',
  'quality.conflict': 'stated {stated}, parts add up to {parts}', 'quality.group.conflict': 'Contradictions ({count})', 'quality.group.silent': 'Reports without a figure ({count})', 'quality.group.late': 'Received late ({count})',
};

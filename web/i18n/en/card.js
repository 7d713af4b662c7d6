// @ts-check
/** The evidence of a value, and why it changed. */
export const texts = {
  'card.balance': 'Statement and parts', 'card.balanceText': 'own consolidated statement {statement}; sum of those below {children} ({reported}/{expected}); gap {gap}', 'card.unknown': 'unknown',
  'card.close': 'Close evidence', 'card.heading': '{department} · {period}', 'card.value': 'Value', 'card.bounds': 'Bounds',
  'card.unit': 'Unit', 'card.metric': 'Metric', 'card.category': 'Category', 'card.period': 'Period', 'card.range': 'From – to', 'card.department': 'Department',
  'card.note': 'Note', 'card.source': 'Source text', 'card.form': 'Place in the form', 'card.line': 'Line {line}, column {column}, {field}', 'card.cell': 'Sheet and cell: {cell}',
  'card.report': 'Open report: {name}', 'card.cite': 'Copy citation', 'card.revisions': 'Revisions', 'card.stated': 'As stated',
  'card.standing': 'With the numbers as stated', 'card.other': 'By the other side',
  'card.parts': 'Sum of the parts', 'card.figures': 'Figures behind it ({count})', 'card.more': '{count} more are not listed; get them under Extracts.',
  'card.citation': '{department}, {period}, {metric}: “{quote}”, in {report} ({id}), {url}',
  'why.title': 'Why did it change', 'why.from': 'From', 'why.to': 'To', 'why.beginning': 'The beginning', 'why.unknown': 'department not known', 'why.cause': 'What happened', 'why.share': 'Share',
  'why.after': 'Value after it', 'why.sum': 'Together', 'why.space': ' ', 'why.reason': ' (reason: {reason})', 'why.more': '{count} more, see the table', 'why.imports': '{count} imports',
  'why.sentence': '{period}, {name}, {metric}: from {from} to {to}: {steps}', 'why.sentence.still': '{period}, {name}, {metric}: still {from}: {steps}',
  'why.sentence.same': '{period}, {name}, {metric}: {to} throughout', 'why.partial': '{value} ({reported} of {expected} parts have figures)',
  'why.kind.new_report': 'New report', 'why.kind.correction': 'Correction', 'why.kind.withdrawal': 'Withdrawal', 'why.kind.organisation': 'Departments form', 'why.kind.reorganisation': 'Reorganisation',
  'why.kind.calendar': 'Reporting calendar', 'why.kind.due': 'Due date passed', 'why.kind.several': 'Several earlier imports',
  'why.gained': 'gives a number', 'why.lost': 'no number any more: {state}', 'why.closed': 'now has an upper bound', 'why.opened': 'no upper bound any more', 'why.conflict': 'contradiction found', 'why.settled': 'contradiction settled',
  'why.state': '{from} becomes {to}', 'why.coverage': 'reported {from} becomes {to}', 'why.evidence': 'same value, other evidence', 'why.lower': 'lower bound {by}', 'why.upper': 'upper bound {by}',
  'card.status': 'Review',
};

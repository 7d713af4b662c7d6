// @ts-check
/** Counts over the answer about data quality, the sentence made of them, and the text that asks for missing reports. */
import { dateName, hasNumber, periodName, shown } from './format.js';
import { t, withTexts } from './i18n/index.js';

await withTexts('quality');

/** @typedef {import('./types.js').QualityAnswer} Answer */
/** @typedef {import('./types.js').Filing} Filing */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {{count: number, of: number}} Part */

const OWED = ['received', 'not_reported'];
const SILENT = ['not_applicable', 'not_due'];

/** How many of the reports that had to be there came. @param {Filing[]} reports @returns {Part} */
export const received = reports => ({ count: reports.filter(r => r.state === 'received').length, of: reports.filter(r => OWED.includes(r.state)).length });

/** How many came in time, of those with a due date that had to be there and whose day of arrival is known. @param {Filing[]} reports @returns {Part} */
export function inTime(reports) {
  const dated = reports.filter(r => r.due !== null && OWED.includes(r.state) && (r.state === 'not_reported' || r.received !== null));
  return { count: dated.filter(r => r.state === 'received' && r.days_late === null).length, of: dated.length };
}

/** How many points have a number, of those that should. @param {Point[]} points @returns {Part} */
export const numbered = points => ({ count: points.filter(hasNumber).length, of: points.filter(p => !SILENT.includes(shown(p))).length });

/** Who owes reports, with all that is owed; the longest overdue first. @param {Answer} answer */
export function owed({ rows, periods }) {
  return rows.map(row => ({ department: row.department,
    reports: row.reports.map((r, i) => ({ ...r, period: periods[i] })).filter(r => r.state === 'not_reported') }))
    .filter(row => row.reports.length > 0)
    .sort((a, b) => longest(b) - longest(a));
}

/** @param {{reports: Filing[]}} row */
const longest = row => Math.max(...row.reports.map(r => r.days_late ?? 0));

/** Reports that came after their day. @param {Answer} answer */
export const late = ({ rows, periods }) => rows.flatMap(row => row.reports.map((r, i) => ({ ...r, department: row.department, period: periods[i] })))
  .filter(r => r.state === 'received' && r.days_late !== null);

/** What is owed, in words. @param {Filing & {period: string}} r */
export const owedWords = r => t(r.due ? 'quality.owes.due' : 'quality.owes', { period: periodName(r.period), due: r.due ? dateName(r.due) : '', days: r.days_late ?? 0 });

/** The text to send: one line per department. @param {Answer} answer @param {(code: string) => string} name */
export const reminder = (answer, name) => [t('quality.reminder', { date: dateName(answer.today) }),
  ...owed(answer).map(row => t('quality.line', { department: name(row.department), reports: row.reports.map(owedWords).join(t('list.semicolon')) }) + t('list.stop'))].join('\n');

/** @param {Answer} answer @param {(code: string) => string} name */
export function qualitySentence(answer, name) {
  const reports = answer.rows.flatMap(r => r.reports);
  const here = received(reports);
  const parts = [t('quality.sentence', { department: name(answer.department), of: here.of, count: here.count })];
  const tell = (/** @type {string} */ key, /** @type {number} */ count) => { if (count) parts.push(t(key, { count })); };
  tell('quality.missing', here.of - here.count);
  tell('quality.notDue', reports.filter(r => r.state === 'not_due').length);
  tell('quality.late', late(answer).length);
  tell('quality.conflicts', answer.conflicts.length);
  tell('quality.silent', answer.silent.length);
  return parts.join(t('list.semicolon')) + t('list.stop');
}

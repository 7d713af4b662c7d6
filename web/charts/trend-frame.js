// @ts-check
/** Where the panels of a trend stand, and what is written around them: names, axis labels, changes of departments. */
import { isDrawn, periodShort } from '../format.js';
import { monthsOf, yearOf } from '../periods.js';
import { label, line, shorten, spread, textWidth } from './layout.js';
import { limitRoom } from './limits.js';
import { anchor, symbolShape } from './marks.js';
import { ROW_HEIGHT } from './strip.js';
import { SYMBOLS } from './theme.js';

/** @typedef {import('./trend.js').TrendModel} TrendModel */
/** @typedef {import('./trend.js').Change} Change */
/**
 * @typedef {object} Panel
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} right  room beside it
 * @property {number} height
 * @property {number} band  of a period
 * @property {number[]} rows
 * @property {{x: number, y: number} | null} [heading]  where the name above a small panel ends
 */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */

export const LABELS = 40;
/** Room above every panel for the highest label. */
export const ABOVE = 26;
/** Room for the name of a small panel, above that. */
const NAME = 16;

/** Which series stand together: all of up to four, else each alone. @param {TrendModel} model @returns {{name: string, rows: number[]}[]} */
export const groupsOf = model => model.panels ?? (model.series.length > 4
  ? model.series.map((s, i) => ({ name: s.name, rows: [i] })) : [{ name: '', rows: model.series.map((_, i) => i) }]);

/** @param {TrendModel} model @param {Size} size @returns {{panels: Panel[], height: number, endLabels: boolean}} */
export function layout(model, size) {
  const groups = groupsOf(model);
  const many = groups.length > 1;
  const lines = Math.max(...groups.map(g => g.rows.length));
  const endLabels = !many && lines > 1 && size.width >= 640;
  const legend = lines > 1 && !endLabels ? 24 * legendRows(model, size.width).length : 0;
  const head = ABOVE + (many ? NAME : 0) + 16 * Math.min(3, model.changes.length);
  const left = 52;
  const right = endLabels ? Math.min(size.width >= 900 ? 220 : 150, 28 + Math.max(...model.series.map(s => textWidth(s.name))))
    : many || size.width < 480 ? 10 : Math.max(10, lines === 1 ? limitRoom(model.limits?.[0]) : 0);
  const columns = many && size.width >= 600 ? 2 : 1;
  const width = size.width / columns - left - right;
  // On paper up to eight small panels fit on the first sheet.
  const paper = groups.length > 6 ? 44 : groups.length > 4 ? 84 : 120;
  const height = many ? (columns === 2 && size.width < 720 ? paper : 120) : size.width < 480 ? 200 : 260;
  // Without a number there is the strip alone; one or two do not need the height of a line.
  const numbers = Math.max(...model.series.map(s => s.points.filter(isDrawn).length));
  const tall = numbers === 0 ? 12 : numbers < 3 ? Math.min(height, 140) : height;
  const step = head + tall + LABELS + lines * ROW_HEIGHT + 12;
  const panels = groups.map((group, i) => ({
    left: left + (i % columns) * (size.width / columns), top: legend + Math.floor(i / columns) * step + head,
    width, right, height: tall, band: width / Math.max(1, model.periods.length), rows: group.rows,
  })).map((panel, i) => ({ ...panel, heading: many ? { x: panel.left + Math.min(width, textWidth(groups[i].name) + 8), y: panel.top - head + 10 } : null }));
  return { panels, height: legend + Math.ceil(panels.length / columns) * step, endLabels };
}

/** The names above the panels, in as many rows as they need; those of the first panel are those of all. @param {TrendModel} model @param {number} width */
function legendRows(model, width) {
  /** @type {{index: number, x: number}[][]} */
  const rows = [[]];
  let x = 12;
  for (const index of groupsOf(model)[0].rows) {
    const needed = textWidth(model.series[index].name) + 34;
    if (x + needed > width && rows[rows.length - 1].length) { rows.push([]); x = 12; }
    rows[rows.length - 1].push({ index, x });
    x += needed;
  }
  return rows;
}

/** The labels of the axis, thinned to their width; the year stands under its first label. @param {TrendModel} model @param {number} band */
export function axisLabels(model, band) {
  const { labels } = model;
  if (labels) {
    const every = Math.max(1, Math.ceil(Math.max(...labels.map(l => textWidth(l) + 6)) / band));
    return labels.map((text, i) => (labels.length - 1 - i) % every ? '' : text);
  }
  const perYear = 12 / monthsOf(model.periods[0] ?? '2000');
  let step = Math.max(1, Math.ceil(Math.max(...model.periods.map(p => textWidth(periodShort(p)) + 6), 34) / band));
  // The same parts of every year: 1, 3, 1, 3 and never 1, 4, 3, 2.
  while (perYear % step && step % perYear) step++;
  let year = 0;
  return model.periods.map((period, i) => {
    if (i % step) return '';
    const first = yearOf(period) !== year && periodShort(period) !== period;
    year = yearOf(period);
    return first ? `${periodShort(period)}\n${year}` : periodShort(period);
  });
}

/** @param {TrendModel} model @param {number} row @param {import('./theme.js').Theme} theme */
export const lookOf = (model, row, theme) => {
  const { age } = model.series[row];
  if (age !== undefined) return { color: age === 0 ? theme.ink : theme.ink3, symbol: SYMBOLS[age], theme };
  const place = dashOf(model, row);
  const { tone } = model.series[row];
  if (tone) return { color: theme[tone], symbol: SYMBOLS[place], theme };
  return { color: theme.series[place], symbol: SYMBOLS[place], theme };
};

/** Its place among those it has to be told from. @param {TrendModel} model @param {number} row */
export const dashOf = (model, row) => model.series[row].age ?? (groupsOf(model).length > 1 ? 0 : row);

/** Names at the ends of the lines. @param {TrendModel} model @param {Panel} panel @param {(n: number) => number} at @param {import('./theme.js').Theme} theme */
export function names(model, panel, at, theme) {
  const right = panel.left + panel.width;
  const nameWidth = panel.right - 28;
  const wanted = panel.rows.map(row => model.series[row]).map(s => {
    const last = s.points.filter(isDrawn).pop();
    return last ? at(anchor(last)) : panel.top + panel.height;
  });
  return spread(wanted, 18, panel.top, panel.top + panel.height).map((y, i) => {
    const row = panel.rows[i];
    const look = lookOf(model, row, theme);
    return { kind: 'label', shapes: [symbolShape(look.symbol, right + 10, y, 5, { fill: look.color }),
      label(shorten(model.series[row].name, nameWidth), right + 20, y, theme.ink)] };
  });
}

/** @param {TrendModel} model @param {Panel[]} panels @param {Size} size @param {boolean} endLabels */
export function headings(model, panels, size, endLabels) {
  const groups = groupsOf(model);
  const above = groups.length > 1 ? panels.map((panel, i) => ({ kind: 'label', shapes: [
    label(shorten(groups[i].name, panel.width), panel.left, panel.heading?.y ?? 0, size.theme.ink, { fontWeight: 600 })] })) : [];
  if (endLabels || groups[0].rows.length < 2) return above;
  return [...above, ...legendRows(model, size.width).flatMap((row, i) => row.map(entry => {
    const look = lookOf(model, entry.index, size.theme);
    return { kind: 'label', shapes: [symbolShape(look.symbol, entry.x, 12 + i * 24, 5, { fill: look.color }),
      label(shorten(model.series[entry.index].name, size.width - 40), entry.x + 10, 12 + i * 24, size.theme.ink)] };
  }))];
}

/** A dashed rule where a department began, ended or changed. @param {TrendModel} model @param {Panel} panel @param {import('./theme.js').Theme} theme */
export function changeRules(model, panel, theme) {
  const here = model.changes.filter(c => panel.rows.some(row => c.departments.includes(model.series[row].department)));
  const at = (/** @type {Change} */ change) => panel.left + change.position * panel.band;
  const top = (/** @type {number} */ i) => panel.top - 14 - (i % 3) * 16;
  const rules = here.map((change, i) => ({ kind: 'rule', shapes: [line(at(change), top(i) - 6, at(change), panel.top + panel.height,
    { stroke: theme.ink2, lineWidth: 1, lineDash: [4, 4] })] }));
  const texts = here.map((change, i) => {
    const toLeft = at(change) > panel.left + panel.width / 2;
    return { kind: 'label', shapes: [label(shorten(change.text, panel.width / 2), at(change) + (toLeft ? -3 : 3), top(i), theme.ink2,
      { align: toLeft ? 'right' : 'left', backgroundColor: theme.card, padding: [1, 2] })] };
  });
  return [...rules, ...texts];
}

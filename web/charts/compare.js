// @ts-check
/** One metric in one period, a row per department in establishment order: dots with their bounds. */
import { axisNumber, hasNumber, isDrawn, isPartial, number, periodName, shown, spoken } from '../format.js';
import { t } from '../i18n/index.js';
import { chip, chipWidth, markLabel, pointMark, STEM, target, anchor } from './marks.js';
import { frame, highest, label, line, roundScale, shorten, textWidth } from './layout.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {{name: string, department: string, point: Point, inner?: boolean}} CompareRow  inner = a total of rows below it: told, and not drawn beside its own parts */
/** @typedef {{unit: string, decimals: number, rows: CompareRow[]}} CompareModel */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */

/** Fewer exact numbers than this have no middle worth a line. */
const LEAST_FOR_MEDIAN = 5;

/** @param {CompareRow} row */
const hasMark = row => !row.inner && isDrawn(row.point);

/** The middle of the exact and whole numbers; null of too few. @param {CompareRow[]} rows @returns {{value: number, count: number} | null} in the unit of the wire */
export function median(rows) {
  const sure = rows.filter(r => !r.inner && ['exact', 'zero'].includes(shown(r.point)) && !isPartial(r.point)).map(r => r.point.value ?? 0).sort((a, b) => a - b);
  if (sure.length < LEAST_FOR_MEDIAN || sure.length * 2 < rows.filter(r => !r.inner).length) return null;
  const half = sure.length / 2;
  return { count: sure.length, value: sure.length % 2 ? sure[Math.floor(half)] : (sure[half - 1] + sure[half]) / 2 };
}

/** @param {CompareModel} model @param {Size} size */
function layout(model, size) {
  const narrow = size.width < 520;
  const name = narrow ? 0 : Math.min(Math.max(200, size.width * 0.26), Math.max(...model.rows.map(r => textWidth(r.name)), 40) + 12);
  const chips = model.rows.some(r => !hasMark(r)) ? chipWidth() + 12 : 0;
  // Many rows stand closer, so that thirty fit on a sheet of paper.
  const row = narrow ? 50 : model.rows.length > 24 ? 28 : 34;
  const left = 4 + name + chips;
  return { narrow, row, name, left, top: median(model.rows) ? 26 : 10, chipLeft: 4 + name, width: size.width - left - 70, height: model.rows.length * row };
}

/** Everything drawn, with its place. @param {CompareModel} model @param {Size} size @returns {{items: import('./layout.js').Item[], place: ReturnType<typeof layout>, scale: ReturnType<typeof roundScale>}} */
export function compareItems(model, size) {
  const planned = layout(model, size);
  const scaled = 10 ** model.decimals;
  const scale = roundScale(highest(model.rows.filter(hasMark).map(r => r.point)) / scaled, size.width < 520 ? 3 : 5);
  const along = (/** @type {number} */ width) => (/** @type {number} */ n) => planned.left + width * (n / scaled / scale.max);
  // So much narrower that no number is cut off at the edge of the drawing; signs like ◔ are wider than planned.
  const cut = model.rows.filter(hasMark).map(r => writtenAt(r.point, along(planned.width)) + textWidth(markLabel(r.point, model.decimals)) + 12 - size.width);
  const place = { ...planned, width: planned.width - Math.max(0, ...cut) };
  const at = along(place.width);
  const items = model.rows.flatMap((row, i) => rowItems(model, row, place.top + place.row * i, { at, place }, size.theme));
  return { items: [...middle(model, place, at, size.theme), ...items], place, scale };
}

/** Where the number of a mark begins. @param {Point} point @param {(n: number) => number} at */
const writtenAt = (point, at) => at(point.state === 'at_most' || point.state === 'at_least' ? anchor(point) : point.upper ?? anchor(point))
  + (point.state === 'at_least' ? STEM + 20 : 12);

/** A thin line at the median, with its words above. @param {CompareModel} model @param {ReturnType<typeof layout>} place @param {(n: number) => number} at @param {import('./theme.js').Theme} theme */
function middle(model, place, at, theme) {
  const found = median(model.rows);
  if (!found) return [];
  const x = at(found.value);
  const decimals = model.decimals + (Number.isInteger(found.value) ? 0 : 1);
  const text = t('compare.median', { value: number(decimals > model.decimals ? found.value * 10 : found.value, decimals), count: found.count });
  const toLeft = x + textWidth(text) > place.left + place.width + 60;
  return [{ kind: 'rule', shapes: [line(x, place.top - 6, x, place.top + place.height, { stroke: theme.ink3, lineWidth: 1 }),
    label(text, x, 10, theme.ink2, { align: toLeft ? 'right' : 'left' })] }];
}

/**
 * @param {CompareModel} model @param {CompareModel['rows'][number]} row @param {number} top
 * @param {{at: (n: number) => number, place: ReturnType<typeof layout>}} where @param {import('./theme.js').Theme} theme
 * @returns {import('./layout.js').Item[]}
 */
function rowItems(model, row, top, { at, place }, theme) {
  const middle = top + (place.narrow ? 34 : place.row / 2);
  const { point } = row;
  const common = { ref: row.department, tip: `${row.name} · ${periodName(point.period)}\n${spoken(point, model.unit, model.decimals)}`, state: shown(point) };
  const name = { kind: 'label', shapes: [
    label(shorten(row.name, place.narrow ? place.width + place.left : place.name - 12), place.narrow ? 4 : place.chipLeft - 12, place.narrow ? top + 11 : middle, theme.ink,
      { align: place.narrow ? 'left' : 'right', ...(row.inner ? { fontWeight: 700 } : {}), ...(place.narrow ? { stroke: theme.card, lineWidth: 4 } : {}) }),
    line(place.left, middle, place.left + place.width, middle, { stroke: theme.grid, lineWidth: 1 }),
  ] };
  if (!hasNumber(point)) return [name, { kind: 'chip', ...common, shapes: chip(point, place.chipLeft, middle, theme) }];
  const text = markLabel(point, model.decimals);
  if (!hasMark(row)) return [name, { kind: 'label', ...common, shapes: [label(text, place.chipLeft, middle, theme.ink)] }];
  return [name, { kind: 'mark', ...common, shapes: [
    ...pointMark(point, { at, across: middle, vertical: false }, { color: theme.series[0], symbol: 'circle', theme }),
    target(at(anchor(point)), middle, theme), label(text, writtenAt(point, at), middle, theme.ink),
  ] }];
}

/** @param {CompareModel} model @param {Size} size @returns {{height: number, option: object}} */
export function compareChart(model, size) {
  const { items, place, scale } = compareItems(model, size);
  const { theme } = size;
  const show = model.rows.some(hasMark);
  return { height: place.top + place.height + 30, option: {
    ...frame(theme, items),
    grid: { left: place.left, top: place.top, width: place.width, height: place.height, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: scale.max, interval: scale.step, splitLine: { show, lineStyle: { color: theme.grid } },
      axisLine: { show, lineStyle: { color: theme.ink3 } }, axisTick: { show },
      axisLabel: { show, color: theme.ink2, fontSize: 12, formatter: axisNumber } },
    yAxis: { type: 'category', data: model.rows.map(r => r.department), inverse: true, axisLabel: { show: false }, axisTick: { show: false },
      axisLine: { show, lineStyle: { color: theme.ink3 } } },
  } };
}

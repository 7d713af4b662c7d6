// @ts-check
/** One metric in two periods, a row per department: two marks, joined only where both numbers are exact and whole. */
import { axisNumber, hasNumber, isDrawn, isPartial, periodName, restsOnConflict, shown, spoken } from '../format.js';
import { anchor, chip, chipWidth, markLabel, pointMark, STEM, symbolShape, target } from './marks.js';
import { frame, highest, label, line, roundScale, shorten, textWidth } from './layout.js';

/** @typedef {import('../types.js').Point} Point */
/**
 * @typedef {object} DumbbellRow
 * @property {string} name
 * @property {string} department
 * @property {Point} base
 * @property {Point} current
 * @property {string} change  the difference as it is written
 * @property {boolean} like  whether both numbers are about the same departments
 * @property {boolean} inner  a total of rows below it: told, and not drawn beside its own parts
 */
/** @typedef {{unit: string, decimals: number, names: {base: string, current: string}, rows: DumbbellRow[]}} DumbbellModel */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */
/** @typedef {'base' | 'current'} Side */

const HEAD = 30;
const SIDES = /** @type {const} */ (['base', 'current']);

/** A number that no bound, part or contradiction makes uncertain. @param {Point} point */
const isSure = point => ['exact', 'zero'].includes(shown(point)) && !isPartial(point) && !restsOnConflict(point);

/** Whether a line may join the two. @param {{base: Point, current: Point, like: boolean, inner: boolean}} row */
export const joins = row => row.like && !row.inner && isSure(row.base) && isSure(row.current);

/** @param {DumbbellRow} row @param {Side} side */
const hasMark = (row, side) => !row.inner && isDrawn(row[side]);

/** The look of either side: by shape, too. @param {Side} side @param {import('./theme.js').Theme} theme */
const lookOf = (side, theme) => side === 'base' ? { color: theme.ink3, symbol: 'square', theme } : { color: theme.series[0], symbol: 'circle', theme };

/** Beside the names and chips where they leave room enough, else below them. @param {DumbbellModel} model @param {Size} size */
function layout(model, size) {
  const wide = measures(model, size, false);
  return size.width >= 560 && wide.width >= 280 ? wide : measures(model, size, true);
}

/** @param {DumbbellModel} model @param {Size} size @param {boolean} narrow */
function measures(model, size, narrow) {
  const name = narrow ? 0 : Math.min(Math.max(200, size.width * 0.26), Math.max(...model.rows.map(r => textWidth(r.name)), 40) + 12);
  // On a phone the chips stand on the line of the name, else in a column of their own for each period.
  const lacking = SIDES.filter(side => model.rows.some(r => !hasMark(r, side)));
  const column = chipWidth() + 8;
  const chips = narrow ? 0 : lacking.length * column + (lacking.length ? 4 : 0);
  const left = 8 + name + chips;
  // On a phone the change stands on the line of the name, too, or where they would meet on a line of its own.
  const apart = narrow && model.rows.some(r => r.change && (!SIDES.every(side => hasMark(r, side)) || textWidth(r.name) + textWidth(r.change) + 32 > size.width));
  const right = narrow ? 28 : Math.min(Math.max(170, size.width * 0.2), Math.max(56, ...model.rows.map(r => textWidth(r.change))) + 16);
  const row = apart ? 78 : narrow ? 58 : model.rows.length > 24 ? 30 : 38;
  return { narrow, apart, row, name, left, top: HEAD, lacking, column, chipLeft: 4 + name, right, width: size.width - left - right, height: model.rows.length * row };
}

/** @typedef {ReturnType<typeof layout>} Place */

/** Everything drawn, with its place. @param {DumbbellModel} model @param {Size} size */
export function dumbbellItems(model, size) {
  const planned = layout(model, size);
  const scaled = 10 ** model.decimals;
  const scale = roundScale(highest(model.rows.flatMap(r => SIDES.filter(side => hasMark(r, side)).map(side => r[side]))) / scaled, size.width < 560 ? 3 : 5);
  const along = (/** @type {Place} */ place) => (/** @type {number} */ n) => place.left + place.width * (n / scaled / scale.max);
  const place = withRoom(planned, Math.max(0, ...model.rows.map(row => overlap(model, row, planned, along(planned)))));
  const at = along(place);
  const items = [...heading(model, place, size), ...model.rows.flatMap((row, i) => rowItems(model, row, place.top + place.row * i, { at, place }, size.theme))];
  return { items, place, scale };
}

/** A plot so much narrower that no number meets the change written behind it, or the edge. @param {Place} place @param {number} wanted @returns {Place} */
const withRoom = (place, wanted) => ({ ...place, width: place.width - wanted, right: place.right + wanted });

/** How far the number of a row would run into its change. @param {DumbbellModel} model @param {DumbbellRow} row @param {Place} place @param {(n: number) => number} at */
function overlap(model, row, place, at) {
  const edge = place.left + place.width + place.right - 4;
  const change = place.narrow ? edge + 8 : edge - textWidth(shorten(row.change, place.right - 12));
  const ends = SIDES.filter(side => hasMark(row, side)).map(side => written(model, row, side, at)).filter(number => !number.left).map(number => number.x + textWidth(number.text));
  return Math.max(0, ...ends.map(end => end + 8 - change));
}

/** Which sign is which period. @param {DumbbellModel} model @param {Place} place @param {Size} size @returns {import('./layout.js').Item[]} */
function heading(model, place, size) {
  let x = 10;
  const names = SIDES.map(side => {
    const look = lookOf(side, size.theme);
    const item = { kind: 'label', shapes: [symbolShape(look.symbol, x, 12, 5, { fill: look.color }), label(model.names[side], x + 10, 12, size.theme.ink)] };
    x += textWidth(model.names[side]) + 34;
    return item;
  });
  return names;
}

/**
 * @param {DumbbellModel} model @param {DumbbellRow} row @param {number} top @param {{at: (n: number) => number, place: Place}} where
 * @param {import('./theme.js').Theme} theme @returns {import('./layout.js').Item[]}
 */
function rowItems(model, row, top, { at, place }, theme) {
  const middle = top + (place.narrow ? 42 : place.row / 2);
  const nameAt = place.narrow ? top + 15 : middle;
  const end = place.left + place.width + place.right - 4;
  const text = label(shorten(row.name, place.narrow ? end - 8 : place.name - 12), place.narrow ? 4 : place.chipLeft - 12, nameAt, theme.ink,
    { align: place.narrow ? 'left' : 'right', ...(row.inner ? { fontWeight: 700 } : {}), ...(place.narrow ? { stroke: theme.card, lineWidth: 4 } : {}) });
  const drawn = SIDES.filter(side => hasMark(row, side));
  const [from, to] = [at(anchor(row.base)), at(anchor(row.current))];
  const off = drawn.length === 2 && Math.abs(from - to) < 13 ? (place.row < 38 ? 6 : 7) : 0;
  return [
    { kind: 'label', shapes: [text, line(place.left, middle, place.left + place.width, middle, { stroke: theme.grid, lineWidth: 1 })] },
    ...(joins(row) ? [{ kind: 'segment', shapes: [line(from, middle - off, to, middle + off, { stroke: theme.ink3, lineWidth: 3 })] }] : []),
    ...drawn.map(side => mark(model, row, side, middle + (side === 'base' ? -off : off), at, theme)),
    ...SIDES.filter(side => !drawn.includes(side)).map(side => missing(model, row, side, { middle, nameAt, place, both: drawn.length === 0 }, theme)),
    { kind: 'label', shapes: [label(place.narrow ? row.change : shorten(row.change, place.right - 12), end, place.apart ? top + 64 : nameAt, theme.ink, { align: 'right', stroke: theme.card, lineWidth: 4 })] },
  ];
}

/** @param {DumbbellModel} model @param {DumbbellRow} row @param {Side} side */
const common = (model, row, side) => ({ ref: side === 'base' ? `${row.department}~base` : row.department, state: shown(row[side]),
  tip: `${row.name} · ${periodName(row[side].period)}\n${spoken(row[side], model.unit, model.decimals)}` });

/** The number of a mark and where it begins, or ends where it stands at the left. @param {DumbbellModel} model @param {DumbbellRow} row @param {Side} side @param {(n: number) => number} at */
function written(model, row, side, at) {
  const point = row[side];
  const other = row[side === 'base' ? 'current' : 'base'];
  const here = at(anchor(point));
  // The numbers stand outside, so that they do not meet between two marks.
  const left = isDrawn(other) && (anchor(point) < anchor(other) || (anchor(point) === anchor(other) && side === 'base'));
  const text = markLabel(point, model.decimals);
  if (!left) return { text, left, x: (point.state === 'at_least' ? here + STEM + 10 : at(point.upper ?? anchor(point))) + 10 };
  // The stem of "at most" ends before the axis.
  return { text, left, x: (point.state === 'at_most' ? Math.max(here - STEM, Math.min(at(0) + 9, here)) : at(point.lower ?? anchor(point))) - 10 };
}

/** @param {DumbbellModel} model @param {DumbbellRow} row @param {Side} side @param {number} across @param {(n: number) => number} at @param {import('./theme.js').Theme} theme */
function mark(model, row, side, across, at, theme) {
  const point = row[side];
  const { text, left, x } = written(model, row, side, at);
  const fits = !left || x - textWidth(text) > 4;
  return { kind: 'mark', ...common(model, row, side), shapes: [
    ...pointMark(point, { at, across, vertical: false }, lookOf(side, theme)), target(at(anchor(point)), across, theme),
    ...(fits ? [label(text, x, across, theme.ink, { align: left ? 'right' : 'left', stroke: theme.card, lineWidth: 3 })] : []),
  ] };
}

/** The chip, or the words, of a number that is not drawn. @param {DumbbellModel} model @param {DumbbellRow} row @param {Side} side @param {{middle: number, nameAt: number, place: Place, both: boolean}} where @param {import('./theme.js').Theme} theme */
function missing(model, row, side, { middle, nameAt, place, both }, theme) {
  const end = place.left + place.width + place.right;
  const x = place.narrow ? end - chipWidth() - 4 - (both && side === 'base' ? place.column : 0) : place.chipLeft + place.lacking.indexOf(side) * place.column;
  const y = place.narrow ? nameAt : middle;
  const point = row[side];
  const told = hasNumber(point) ? [label(markLabel(point, model.decimals), x + chipWidth() - 4, y, theme.ink, { align: 'right' })] : chip(point, x, y, theme);
  const look = lookOf(side, theme);
  const sign = place.narrow && !both ? [symbolShape(look.symbol, x - 10, y, 4, { fill: look.color })] : [];
  return { kind: hasNumber(point) ? 'label' : 'chip', ...common(model, row, side), shapes: [...told, ...sign] };
}

/** @param {DumbbellModel} model @param {Size} size @returns {{height: number, option: object}} */
export function dumbbellChart(model, size) {
  const { items, place, scale } = dumbbellItems(model, size);
  const { theme } = size;
  const show = model.rows.some(r => SIDES.some(side => hasMark(r, side)));
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

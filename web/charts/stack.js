// @ts-check
/** The kinds of one track period by period, stacked: only where every part is exact or a stated zero. */
import { axisNumber, isPartial, periodName, restsOnConflict, shown, spoken } from '../format.js';
import { box, frame, label, roundScale, textWidth } from './layout.js';
import { stripRow, ROW_HEIGHT } from './strip.js';
import { axisLabels } from './trend-frame.js';
import { tones } from './discipline.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {{name: string, key: string, points: Point[]}} Kind */
/** @typedef {{track: import('./discipline.js').DisciplineModel['track'], unit: string, decimals: number, periods: string[], kinds: Kind[]}} StackModel */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */

const LABELS = 40;
const HEIGHT = 220;

/** A part that may be put on others: nothing about it is open. @param {Point} point */
const isSure = point => ['exact', 'zero'].includes(shown(point)) && !isPartial(point) && !restsOnConflict(point);

/** The parts because of which nothing is stacked. @param {Pick<StackModel, 'kinds'>} model @returns {{kind: string, point: Point}[]} */
export const obstacles = ({ kinds }) => kinds.flatMap(kind => kind.points.filter(point => !isSure(point)).map(point => ({ kind: kind.name, point })));

/** The swatches of the kinds, in as many rows as they need. @param {StackModel} model @param {number} width @returns {{index: number, x: number, row: number}[]} */
function swatches(model, width) {
  let x = 12;
  let row = 0;
  return model.kinds.map((kind, index) => {
    const needed = textWidth(kind.name) + 40;
    if (x + needed > width && x > 12) { x = 12; row++; }
    const at = { index, x, row };
    x += needed;
    return at;
  });
}

/** Everything drawn, with its place. @param {StackModel} model @param {Size} size @returns {{items: import('./layout.js').Item[], place: {left: number, top: number, width: number, height: number}, scale: ReturnType<typeof roundScale>, band: number, height: number}} */
export function stackItems(model, size) {
  const legend = swatches(model, size.width);
  const top = 24 * (Math.max(0, ...legend.map(l => l.row)) + 1) + 14;
  const place = { left: 52, top, width: size.width - 52 - 10, height: HEIGHT };
  const band = place.width / Math.max(1, model.periods.length);
  const scaled = 10 ** model.decimals;
  const sums = model.periods.map((_, i) => model.kinds.reduce((sum, k) => sum + (k.points[i].value ?? 0), 0));
  const scale = roundScale(Math.max(0, ...sums) / scaled);
  const { fills, outline } = tones(model, size.theme, true);
  const at = (/** @type {number} */ n) => place.top + place.height * (1 - n / scaled / scale.max);
  const width = Math.min(64, band * 0.6);
  const columns = model.periods.flatMap((period, i) => {
    let below = 0;
    return model.kinds.flatMap((kind, k) => {
      const value = kind.points[i].value ?? 0;
      if (value <= 0) return [];
      const shape = box(place.left + band * (i + 0.5) - width / 2, at(below + value), width, at(below) - at(below + value),
        { fill: fills[k % fills.length], stroke: outline, lineWidth: 1 });
      below += value;
      return [{ kind: 'bar', ref: `${kind.key}.${period}`, state: shown(kind.points[i]), tip: tip(model, kind, i), shapes: [
        { ...shape, emphasis: { style: { stroke: size.theme.focus, lineWidth: 3 } } }] }];
    });
  });
  const names = legend.map(({ index, x, row }) => ({ kind: 'label', shapes: [
    box(x - 6, 6 + row * 24, 14, 14, { fill: fills[index % fills.length], stroke: outline, lineWidth: 1 }), label(model.kinds[index].name, x + 14, 13 + row * 24, size.theme.ink)] }));
  return { items: [...names, ...columns, ...strip(model, place, band, size.theme)], place, scale, band, height: place.top + place.height + LABELS + ROW_HEIGHT + 8 };
}

/** @param {StackModel} model @param {Kind} kind @param {number} i */
const tip = (model, kind, i) => `${kind.name} · ${periodName(model.periods[i])}\n${spoken(kind.points[i], model.unit, model.decimals)}`;

/** One cell per period: all parts are exact, or all are zero. @param {StackModel} model @param {{left: number, top: number, height: number}} place @param {number} band @param {import('./theme.js').Theme} theme */
function strip(model, place, band, theme) {
  const told = model.periods.map((_, i) => model.kinds.map(k => k.points[i]).find(p => shown(p) !== 'zero') ?? model.kinds[0].points[i]);
  const top = place.top + place.height + LABELS;
  const cells = stripRow(told, { left: place.left, band, top }, { ref: i => `${model.kinds[0].key}.${model.periods[i]}`, theme,
    tip: i => [periodName(model.periods[i]), ...model.kinds.map(k => `${k.name}${t('list.colon')}${spoken(k.points[i], model.unit, model.decimals)}`)].join('\n') });
  // A cell stands for all kinds: it is read, and opens none of them.
  return [{ kind: 'label', shapes: [label(t('chart.status'), place.left - 8, top + 11, theme.ink2, { align: 'right' })] },
    ...cells.map(cell => ({ ...cell, ref: undefined }))];
}

/** @param {StackModel} model @param {Size} size @returns {{height: number, option: object}} */
export function stackChart(model, size) {
  const { items, place, scale, band, height } = stackItems(model, size);
  const { theme } = size;
  const labels = axisLabels(/** @type {any} */ (model), band);
  return { height, option: {
    ...frame(theme, items),
    grid: { ...place, outerBoundsMode: 'none' },
    xAxis: { type: 'category', data: model.periods, axisTick: { show: false }, axisLine: { lineStyle: { color: theme.ink3 } },
      axisLabel: { interval: 0, color: theme.ink2, fontSize: 12, lineHeight: 15, formatter: (/** @type {string} */ _, /** @type {number} */ i) => labels[i] } },
    yAxis: { type: 'value', min: 0, max: scale.max, interval: scale.step, axisLabel: { color: theme.ink2, fontSize: 12, formatter: axisNumber },
      splitLine: { lineStyle: { color: theme.grid } } },
  } };
}

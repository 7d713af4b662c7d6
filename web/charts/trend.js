// @ts-check
/** One metric over time: up to four lines in one panel, or a small panel for each of up to eight series or departments. */
import { axisNumber, hasNumber, isDrawn, periodName, shown, spoken } from '../format.js';
import { t } from '../i18n/index.js';
import { frame, highest, label, line, roundScale, textWidth } from './layout.js';
import { anchor, markLabel, pointMark, STEM, symbolShape, target } from './marks.js';
import { highestLimit, limitItems, limitMark, limitNote } from './limits.js';
import { segments } from './segments.js';
import { highestStandard, standardItems, standardNote } from './standards.js';
import { ROW_HEIGHT, stripRow } from './strip.js';
import { DASHES } from './theme.js';
import { ABOVE, axisLabels, changeRules, dashOf, headings, LABELS, layout, lookOf, names } from './trend-frame.js';

/** @typedef {import('../types.js').Point} Point */
/**
 * @typedef {object} TrendSeries
 * @property {string} name  as it stands in the legend
 * @property {string} department
 * @property {Point[]} points
 * @property {string} [who]  the name in tooltips, where it is another one
 * @property {number | string} [key]  what its marks are opened by, where that is not its place in the list
 * @property {number} [age]  years before the newest one, of numbers to date
 * @property {'partyLine' | 'govLine'} [tone]  its colour, where it is not that of its place
 * @property {import('./standards.js').Standard[]} [standards]  what is asked of its periods
 * @property {number[]} [breaks]  where its line breaks, where its axis is not that of the changes
 */
/** @typedef {{position: number, text: string, departments: string[]}} Change */
/**
 * @typedef {object} TrendModel
 * @property {string[]} periods
 * @property {TrendSeries[]} series
 * @property {string} unit
 * @property {number} decimals
 * @property {boolean} stock  numbers at a date: dots without lines
 * @property {boolean} toDate  numbers from 1 January on: a new line every year
 * @property {Change[]} changes
 * @property {{name: string, rows: number[]}[]} [panels]  which series stand together, where that does not follow from their number
 * @property {string[]} [labels]  the words at the axis, where they are not those of the periods
 * @property {(import('./limits.js').Limits | null)[]} [limits]  a series each
 */
/** @typedef {import('./trend-frame.js').Panel} Panel */
/** @typedef {import('./trend-frame.js').Size} Size */

/** The width of a period from which on its number is written. */
const NUMBERED = 34;

/** Everything drawn, with its place. @param {TrendModel} model @param {Size} size @returns {{items: import('./layout.js').Item[], panels: Panel[], scale: ReturnType<typeof roundScale>, height: number}} */
export function trendItems(model, size) {
  const { panels, height, endLabels } = layout(model, size);
  const scaled = 10 ** model.decimals;
  const scale = withRoom(roundScale(Math.max(highest(model.series.flatMap(s => s.points.filter(isDrawn))) / scaled, highestStandard(model.series) / scaled, limited(model) ? highestLimit(model.limits) : 0), panels[0].height < 60 ? 3 : 4),
    model, panels[0]);
  const items = panels.flatMap(panel => {
    const at = (/** @type {number} */ n) => panel.top + panel.height * (1 - n / scaled / scale.max);
    const centre = (/** @type {number} */ i) => panel.left + panel.band * (i + 0.5);
    return [
      ...changeRules(model, panel, size.theme),
      ...context(model, panel, { at, centre }, size.theme),
      ...(limited(model) ? limitItems(model.limits?.[panel.rows[0]], { at, centre, panel, drawn: drawnSpots(model.series[panel.rows[0]].points, { at, centre }), written: writtenBoxes(model, panel, { at, centre }) }, scaled, size.theme) : []),
      ...standardItems(panel.rows.map(row => model.series[row]), { at, centre, band: panel.band }, size.theme),
      // The first is drawn last, over the others.
      ...[...panel.rows].reverse().flatMap(row => seriesItems(model, row, { at, centre, panel, alone: panel.rows.length === 1 }, size.theme)),
      ...panel.rows.flatMap((row, i) => strip(model, row, { panel, i }, size.theme)),
      ...(endLabels ? names(model, panel, at, size.theme) : []),
    ];
  });
  return { items: [...items, ...headings(model, panels, size, endLabels)], panels, scale, height };
}

/** Where the numbers of a series stand. @param {Point[]} points @param {{at: (n: number) => number, centre: (i: number) => number}} place */
const drawnSpots = (points, { at, centre }) => points.flatMap((point, i) => isDrawn(point) ? [{ x: centre(i), y: at(anchor(point)) }] : []);

/** Where they are written in a panel of one series. @param {TrendModel} model @param {Panel} panel @param {{at: (n: number) => number, centre: (i: number) => number}} place @returns {import('./limits.js').Box[]} */
function writtenBoxes(model, panel, { at, centre }) {
  if (panel.band < NUMBERED) return [];
  return model.series[panel.rows[0]].points.flatMap((point, i) => {
    if (!isDrawn(point)) return [];
    const half = textWidth(markLabel(point, model.decimals)) / 2;
    const y = at(anchor(point)) - raisedBy(point, at);
    return [{ left: centre(i) - half, right: centre(i) + half, top: y - 7, bottom: y + 7 }];
  });
}

/** How far above its mark a number is written. @param {Point} point @param {(n: number) => number} at */
function raisedBy(point, at) {
  const y = at(anchor(point));
  return point.state === 'at_least' ? 46 : point.state === 'range' ? y - at(point.upper ?? 0) + 12
    : point.state === 'about' ? Math.max(14, y - at(point.upper ?? point.value ?? 0) + 12) : 14;
}

/** Lines of limits need a panel for each series. @param {TrendModel} model */
const limited = model => model.series.length === 1 || model.series.length > 4;

/** A scale on which the arrow of the highest open bound, and its label, are not cut off. @param {ReturnType<typeof roundScale>} scale @param {TrendModel} model @param {Panel} panel */
function withRoom(scale, model, panel) {
  const open = Math.max(0, ...model.series.flatMap(s => s.points.filter(p => isDrawn(p) && p.state === 'at_least').map(anchor))) / 10 ** model.decimals;
  const room = (/** @type {number} */ max) => panel.height * (1 - open / max) + ABOVE;
  // A panel too low for labels needs no room for them, and its lines should not lie flat.
  const needed = panel.height < 60 ? STEM : STEM + 24;
  let { max } = scale;
  while (open > 0 && room(max) < needed) max += scale.step;
  return { ...scale, max };
}

/**
 * @param {TrendModel} model @param {number} row
 * @param {{at: (n: number) => number, centre: (i: number) => number, panel: Panel, alone: boolean}} place
 * @param {import('./theme.js').Theme} theme @returns {import('./layout.js').Item[]}
 */
function seriesItems(model, row, place, theme) {
  const series = model.series[row];
  const look = lookOf(model, row, theme);
  const dash = DASHES[dashOf(model, row)];
  const y = (/** @type {number} */ i) => place.at(anchor(series.points[i]));
  const lines = segments(series, model).map(s => ({
    kind: 'segment', shapes: [line(place.centre(s.from), y(s.from), place.centre(s.to), y(s.to),
      { stroke: look.color, lineWidth: s.bound || series.age ? 1.5 : 2, lineDash: s.bound ? [2, 5] : dash })],
  }));
  const marks = series.points.flatMap((point, i) => {
    if (!isDrawn(point)) return [];
    const x = place.centre(i);
    const alone = place.alone && place.panel.band >= NUMBERED;
    // Of this year's line among those of other years, the newest number alone: the others would stand in its way.
    const newest = series.age === 0 && !place.alone && !series.points.slice(i + 1).some(isDrawn);
    // Under its mark where the line of another year runs just above it.
    const under = newest && place.panel.rows.some(other => other !== row && runsAbove(model.series[other].points[i], y(i), place)) && place.at(0) - y(i) > 20;
    const text = alone || newest ? markLabel(point, model.decimals) : sideNote(point, model.decimals);
    const raised = raisedBy(point, place.at);
    return [{
      kind: 'mark', state: shown(point), ref: refOf(model, row, i), tip: tip(model, row, i),
      shapes: [...limitMark(model.limits?.[row], i, x, y(i), theme), ...pointMark(point, { at: place.at, across: x, vertical: true }, look), target(x, y(i), theme),
        ...(!text ? [] : alone || newest ? [label(text, x, under ? y(i) + 15 : y(i) - raised, theme.ink, { align: 'center', ...halo(theme) })]
          : [beside(text, x, y(i) - 9, place.panel, theme)])],
    }];
  });
  return [...lines, ...marks];
}

/** Whether a point stands so close above a height that a label there would meet it. @param {Point} point @param {number} height @param {{at: (n: number) => number}} place */
const runsAbove = (point, height, { at }) => isDrawn(point) && at(anchor(point)) < height && height - at(anchor(point)) < 28;

/** The name under which a point is opened. @param {TrendModel} model @param {number} row @param {number} i */
const refOf = (model, row, i) => `${model.series[row].key ?? row}.${model.series[row].points[i].period}`;

/** In a small panel the lines of the others, thin and grey, to compare with. @param {TrendModel} model @param {Panel} panel @param {{at: (n: number) => number, centre: (i: number) => number}} place @param {import('./theme.js').Theme} theme */
function context(model, panel, { at, centre }, theme) {
  if (!hasContext(model) || panel.height < 100) return [];
  return model.series.flatMap((series, row) => panel.rows.includes(row) ? [] : segments(series, model).map(s => ({ kind: 'context',
    shapes: [line(centre(s.from), at(anchor(series.points[s.from])), centre(s.to), at(anchor(series.points[s.to])), { stroke: theme.ink3, lineWidth: 1, opacity: 0.35 })] })));
}

/** Whether the small panels show the others, too: not beside limits, where a third kind of line is one too many. @param {TrendModel} model */
export const hasContext = model => !model.panels && model.series.length > 4 && !model.limits?.some(Boolean);

/** A note at the right of its mark, or at the left where it would run out of the panel. @param {string} text @param {number} x @param {number} y @param {Panel} panel @param {import('./theme.js').Theme} theme */
const beside = (text, x, y, panel, theme) => x + 7 + textWidth(text) > panel.left + panel.width + 8
  ? label(text, x - 7, y, theme.ink2, { align: 'right', ...halo(theme) }) : label(text, x + 7, y, theme.ink2, halo(theme));

/** Keeps a label readable where a line runs under it. @param {import('./theme.js').Theme} theme */
const halo = theme => ({ stroke: theme.card, lineWidth: 3 });

/** In a crowd only what cannot be seen from the sign itself: a hollow one is of some parts. @param {Point} point @param {number} decimals */
const sideNote = (point, decimals) => markLabel(point, decimals).split(' ').slice(1).filter(note => !note.startsWith('◔')).join(' ');

/** @param {TrendModel} model @param {number} row @param {number} i */
function tip(model, row, i) {
  const series = model.series[row];
  return `${series.who ?? series.name} · ${periodName(series.points[i].period)}\n${spoken(series.points[i], model.unit, model.decimals)}${limitNote(model.limits, row, i)}${standardNote(series, i, model.unit, model.decimals)}`;
}

/** @param {TrendModel} model @param {number} row @param {{panel: Panel, i: number}} place @param {import('./theme.js').Theme} theme */
function strip(model, row, place, theme) {
  const { panel } = place;
  const top = panel.top + panel.height + LABELS + place.i * ROW_HEIGHT;
  const cells = stripRow(model.series[row].points, { left: panel.left, band: panel.band, top },
    { ref: i => refOf(model, row, i), tip: i => tip(model, row, i), theme });
  const look = lookOf(model, row, theme);
  const heading = panel.rows.length === 1
    ? label(t('chart.status'), panel.left - 8, top + 11, theme.ink2, { align: 'right' })
    : symbolShape(look.symbol, panel.left - 16, top + 11, 5, { fill: look.color });
  return [{ kind: 'label', shapes: [heading] }, ...cells];
}

/** @param {TrendModel} model @param {Size} size @returns {{height: number, option: object}} */
export function trendChart(model, size) {
  const { items, panels, scale, height } = trendItems(model, size);
  const { theme } = size;
  const show = model.series.some(s => s.points.some(isDrawn));
  return { height, option: {
    ...frame(theme, items),
    grid: panels.map(p => ({ left: p.left, top: p.top, width: p.width, height: p.height, outerBoundsMode: 'none' })),
    xAxis: panels.map((p, gridIndex) => {
      const labels = axisLabels(model, p.band);
      return { type: 'category', gridIndex, data: model.periods, axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.ink3 } },
        axisLabel: { interval: 0, color: theme.ink2, fontSize: 12, lineHeight: 15, formatter: (/** @type {string} */ _, /** @type {number} */ i) => labels[i] } };
    }),
    yAxis: panels.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: scale.max, interval: scale.step,
      axisLabel: { show, color: theme.ink2, fontSize: 12, formatter: axisNumber }, splitLine: { show, lineStyle: { color: theme.grid } } })),
  } };
}

/** Whether anything of the model can be drawn. @param {TrendModel} model */
export const hasMarks = model => model.series.some(s => s.points.some(p => hasNumber(p)));

// @ts-check
/** Departments around what they have in common, against their size: one dot each, limits of chance as lines. */
import { number } from '../format.js';
import { t, withTexts } from '../i18n/index.js';
import { frame, label, line, roundScale, shorten, textWidth } from './layout.js';
import { target } from './marks.js';

await withTexts('funnel');

/** @typedef {import('../types.js').FunnelAnswer} Answer */
/** @typedef {{answer: Answer, name: (code: string) => string, said: (code: string) => string}} FunnelModel  `said`: a department's numbers in words */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */

const share = (/** @type {Answer} */ answer) => answer.size === 'share';

/** A value as the axis has it: per 100 staff and year, or per cent. @param {Answer} answer @param {number} value */
export const funnelNumber = (answer, value) => share(answer) ? `${number(Math.round(value * 1000), 1)}%` : number(Math.round(value * 100), 2);

/** Everything drawn, with its place. @param {FunnelModel} model @param {Size} size */
export function funnelItems(model, size) {
  const { funnel } = model.answer;
  const { theme } = size;
  const narrow = size.width < 520;
  const place = { left: 56, top: 24, width: size.width - 56 - 16, height: narrow ? 220 : 300 };
  const unit = share(model.answer) ? 100 : 1;
  const most = Math.max(...funnel.points.map(p => p.value), ...funnel.lines.slice(Math.floor(funnel.lines.length / 12)).map(l => l.outer.upper));
  const y = share(model.answer) ? { max: 100, step: 20 } : roundScale(most * unit, 4);
  const x = roundScale(Math.max(...funnel.points.map(p => p.size)), narrow ? 3 : 5);
  const across = (/** @type {number} */ n) => place.left + place.width * n / x.max;
  const up = (/** @type {number} */ n) => place.top + place.height * (1 - Math.min(n * unit, y.max) / y.max);
  const items = [...lines(funnel, { across, up, place, max: y.max / unit }, theme), ...dots(model, { across, up, place }, theme)];
  return { items, place, x, y };
}

/**
 * 95 % dashed, 99.8 % solid, the pooled value thin.
 * @param {Answer['funnel']} funnel @param {{across: (n: number) => number, up: (n: number) => number, place: {left: number, top: number, width: number, height: number}, max: number}} at
 * @param {import('./theme.js').Theme} theme @returns {import('./layout.js').Item[]}
 */
function lines(funnel, { across, up, place, max }, theme) {
  const path = (/** @type {(l: Answer['funnel']['lines'][number]) => number} */ of, /** @type {object} */ style, /** @type {string} */ kind) => ({ kind, shapes: [{
    type: 'polyline', silent: true, style: { fill: 'none', stroke: theme.ink3, ...style },
    // A line above the picture enters it at its edge.
    shape: { points: funnel.lines.filter(l => of(l) <= max).map(l => [across(l.size), up(of(l))]) } }] });
  const last = funnel.lines[funnel.lines.length - 1];
  const end = across(last.size);
  const words = (/** @type {string} */ text, /** @type {number} */ value, /** @type {number} */ off) => value > max ? [] : [{ kind: 'label', shapes: [
    label(text, end, up(value) + off, theme.ink2, { align: 'right', stroke: theme.card, lineWidth: 3 })] }];
  const centre = funnel.centre ?? 0;
  return [
    path(l => l.outer.upper, { lineWidth: 1.5 }, 'outer'), path(l => l.outer.lower, { lineWidth: 1.5 }, 'outer'),
    path(l => l.inner.upper, { lineWidth: 1, lineDash: [6, 4] }, 'inner'), path(l => l.inner.lower, { lineWidth: 1, lineDash: [6, 4] }, 'inner'),
    { kind: 'centre', shapes: [line(place.left, up(centre), end, up(centre), { stroke: theme.ink2, lineWidth: 1 })] },
    ...words(t('funnel.outer'), last.outer.upper, -9), ...words(t('funnel.inner'), last.inner.upper, 9),
  ];
}

/** One grey for all; names only outside the lines. @param {FunnelModel} model @param {{across: (n: number) => number, up: (n: number) => number, place: {left: number, top: number, width: number, height: number}}} at @param {import('./theme.js').Theme} theme */
function dots(model, { across, up, place }, theme) {
  const { points } = model.answer.funnel;
  const outside = (/** @type {typeof points[number]} */ p) => p.outlier.endsWith('998');
  const colour = theme.signals?.neutral ?? theme.ink;
  const marks = points.map(p => {
    const [cx, cy] = [across(p.size), up(p.value)];
    return {
      kind: 'mark', ref: p.department, tip: `${model.name(p.department)}\n${model.said(p.department)}\n${t(`funnel.${p.outlier}`)}`,
      shapes: [{ type: 'circle', shape: { cx, cy, r: outside(p) ? 6 : 5 }, style: { fill: outside(p) ? colour : theme.ink3, stroke: theme.card, lineWidth: 1 } },
        ...(outside(p) ? [{ type: 'polygon', silent: true, style: { fill: 'none', stroke: colour, lineWidth: 2 },
          shape: { points: [[cx, cy - 11], [cx + 11, cy], [cx, cy + 11], [cx - 11, cy]] } }] : []), target(cx, cy, theme)],
    };
  });
  // Whoever is outside comes first; a name for which there is no room stands in the sentence all the same.
  const named = points.filter(p => p.outlier !== 'inside').sort((a, b) => Number(outside(b)) - Number(outside(a)));
  const dotted = points.map(p => ({ x0: across(p.size) - 6, x1: across(p.size) + 6, y0: up(p.value) - 6, y1: up(p.value) + 6 }));
  /** @type {Box[]} */
  const taken = [];
  const labels = named.flatMap(p => {
    const text = shorten(model.name(p.department), 150);
    const free = sides(across(p.size), up(p.value), textWidth(text)).filter(s => s.x0 >= place.left && s.x1 <= place.left + place.width && s.y0 >= 0
      && s.y1 <= place.top + place.height && !taken.some(o => meet(s, o)));
    const found = free.find(s => !dotted.some(o => meet(s, o))) ?? (outside(p) ? free[0] : undefined);
    if (!found) return [];
    taken.push(found);
    return [{ kind: 'label', shapes: [label(text, found.x, found.y, theme.ink, { align: found.align, stroke: theme.card, lineWidth: 3 })] }];
  });
  return [...marks, ...labels];
}

/** @typedef {{x0: number, x1: number, y0: number, y1: number}} Box */

/** @param {Box} a @param {Box} b */
const meet = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/** Where a name may stand beside its dot, best first. @param {number} cx @param {number} cy @param {number} width */
const sides = (cx, cy, width) => [-9, 11, -26, 28].flatMap(off => [
  { align: 'left', x: cx + 13, y: cy + off, x0: cx + 13, x1: cx + 13 + width, y0: cy + off - 8, y1: cy + off + 8 },
  { align: 'right', x: cx - 13, y: cy + off, x0: cx - 13 - width, x1: cx - 13, y0: cy + off - 8, y1: cy + off + 8 },
]);

/** @param {FunnelModel} model @param {Size} size @returns {{height: number, option: object}} */
export function funnelChart(model, size) {
  const { items, place, x, y } = funnelItems(model, size);
  const { theme } = size;
  const axis = { axisLine: { show: true, lineStyle: { color: theme.ink3 } }, splitLine: { show: true, lineStyle: { color: theme.grid } } };
  const per = share(model.answer) ? '%' : '';
  return { height: place.top + place.height + 52, option: {
    ...frame(theme, items),
    grid: { left: place.left, top: place.top, width: place.width, height: place.height, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: x.max, interval: x.step, ...axis, splitLine: { show: false }, name: t(share(model.answer) ? 'funnel.wholes' : 'funnel.staffYears'), nameLocation: 'middle', nameGap: 28,
      nameTextStyle: { color: theme.ink2, fontSize: 12 }, axisLabel: { color: theme.ink2, fontSize: 12 } },
    yAxis: { type: 'value', min: 0, max: y.max, interval: y.step, ...axis, axisLabel: { color: theme.ink2, fontSize: 12, formatter: (/** @type {number} */ n) => `${n}${per}` } },
  } };
}

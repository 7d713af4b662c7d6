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

/** One grey for all; names only outside the lines. @param {FunnelModel} model @param {{across: (n: number) => number, up: (n: number) => number, place: {left: number, width: number}}} at @param {import('./theme.js').Theme} theme */
function dots(model, { across, up, place }, theme) {
  return model.answer.funnel.points.flatMap(p => {
    const [cx, cy] = [across(p.size), up(p.value)];
    const outside = p.outlier.endsWith('998');
    const worth = p.outlier !== 'inside';
    const name = shorten(model.name(p.department), 150);
    const left = cx + 10 + textWidth(name) > place.left + place.width;
    return [{
      kind: 'mark', ref: p.department, tip: `${model.name(p.department)}\n${model.said(p.department)}\n${t(`funnel.${p.outlier}`)}`,
      shapes: [{ type: 'circle', shape: { cx, cy, r: outside ? 6 : 5 }, style: outside ? { fill: theme.signals?.neutral ?? theme.ink, stroke: theme.card, lineWidth: 1 }
        : { fill: theme.ink3, stroke: theme.card, lineWidth: 1 } },
      ...(outside ? [{ type: 'polygon', silent: true, style: { fill: 'none', stroke: theme.signals?.neutral ?? theme.ink, lineWidth: 2 },
        shape: { points: [[cx, cy - 11], [cx + 11, cy], [cx, cy + 11], [cx - 11, cy]] } }] : []), target(cx, cy, theme)],
    }, ...(worth ? [{ kind: 'label', shapes: [label(name, left ? cx - 13 : cx + 13, cy - 9, theme.ink, { align: left ? 'right' : 'left', stroke: theme.card, lineWidth: 3 })] }] : [])];
  });
}

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

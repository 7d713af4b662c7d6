// @ts-check
/** The kinds of action of one track in order of severity, as horizontal bars. */
import { axisNumber, hasNumber, isDrawn, shown, spoken } from '../format.js';
import { barLabel, barMark } from './marks.js';
import { frame, highest, label, roundScale, shorten, textWidth } from './layout.js';

/** @typedef {import('../types.js').Point} Point */
/**
 * @typedef {object} DisciplineModel
 * @property {'party' | 'gov' | 'forms' | 'rank'} track
 * @property {string} unit
 * @property {number} decimals
 * @property {{name: string, ref: string, point: Point}[]} rows
 */
/** @typedef {{width: number, theme: import('./theme.js').Theme}} Size */

const ROW = 36;
const BAR = 20;

/** Colours from mild to grave; the four forms are no sanctions, a rank is no severity: they stay in one plain tone, and a stack of them in tones that can be told apart. @param {Pick<DisciplineModel, 'track'>} model @param {import('./theme.js').Theme} theme @param {boolean} [stacked] */
export function tones(model, theme, stacked = false) {
  if (model.track === 'gov') return { fills: theme.gov, outline: theme.govLine };
  if (model.track === 'party' || stacked) return { fills: theme.party, outline: theme.partyLine };
  return { fills: [theme.party[1]], outline: theme.partyLine };
}

/** Everything drawn, with its place. @param {DisciplineModel} model @param {Size} size */
export function disciplineItems(model, size) {
  const longest = Math.max(...model.rows.map(r => textWidth(r.name)), 40) + 10;
  // A name that would be cut off stands above its bar.
  const above = longest > size.width * 0.36;
  const row = above ? ROW + 8 : ROW;
  const name = above ? 0 : longest;
  // Room for the longest label behind the longest bar.
  const behind = Math.max(40, ...model.rows.filter(r => hasNumber(r.point)).map(r => textWidth(barLabel(r.point, model.decimals)) + (r.point.state === 'at_least' ? 61 : 16)));
  const place = { left: 4 + name, top: 6, width: size.width - name - 4 - Math.min(behind, size.width * 0.4), height: model.rows.length * row };
  const scaled = 10 ** model.decimals;
  const scale = roundScale(highest(model.rows.map(r => r.point).filter(isDrawn)) / scaled, size.width < 520 ? 3 : 4);
  const at = (/** @type {number} */ n) => place.left + place.width * (n / scaled / scale.max);
  const { fills, outline } = tones(model, size.theme);
  const items = model.rows.flatMap((each, i) => {
    const y = place.top + row * i + row - ROW / 2;
    return [
      { kind: 'label', shapes: [above ? label(shorten(each.name, size.width - 8), place.left, y - 22, size.theme.ink) : label(each.name, place.left - 10, y, size.theme.ink, { align: 'right' })] },
      { kind: 'bar', ref: each.ref, state: shown(each.point), tip: `${each.name}\n${spoken(each.point, model.unit, model.decimals)}`,
        // On less than half of the parts a bar would claim too much: the number is told and not drawn.
        shapes: hasNumber(each.point) && !isDrawn(each.point) ? [label(barLabel(each.point, model.decimals), place.left + 8, y, size.theme.ink2)]
          : barMark(each.point, { at, y, height: BAR }, { fill: fills[i % fills.length], outline, theme: size.theme }, model.decimals) },
    ];
  });
  return { items, place, scale };
}

/** @param {DisciplineModel} model @param {Size} size @returns {{height: number, option: object}} */
export function disciplineChart(model, size) {
  const { items, place, scale } = disciplineItems(model, size);
  const { theme } = size;
  const show = model.rows.some(r => isDrawn(r.point));
  return { height: place.top + place.height + (show ? 30 : 6), option: {
    ...frame(theme, items),
    grid: { ...place, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: scale.max, interval: scale.step, splitLine: { show, lineStyle: { color: theme.grid } },
      axisLabel: { show, color: theme.ink2, fontSize: 12, formatter: axisNumber } },
    yAxis: { type: 'category', data: model.rows.map(r => r.ref), inverse: true, axisLabel: { show: false }, axisTick: { show: false },
      axisLine: { show, lineStyle: { color: theme.ink3 } } },
  } };
}

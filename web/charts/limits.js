// @ts-check
/** Mean and limits of a control chart under a trend, and the points that they mark. */
import { number } from '../format.js';
import { t, withTexts } from '../i18n/index.js';
import { reasonWords } from '../signals.js';
import { label, line, spread, textWidth } from './layout.js';
import { symbolShape } from './marks.js';

await withTexts('signal');

/**
 * @typedef {object} Stretch  one phase as far as the chart shows it
 * @property {number} from  index of its first period
 * @property {number} to
 * @property {'median_only' | 'trial' | 'full'} standing
 * @property {number | null} median
 * @property {number | null} mean
 * @property {number | null} upper
 * @property {number | null} lower
 */
/** @typedef {{x: number, y: number}} Spot  a place in pixels */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{stretches: Stretch[], marked: Map<number, string[]>, signal: import('../types.js').Signal}} Limits  of one series */

/** The part of a control chart that lies within the periods shown. @param {import('../types.js').ControlChart} chart @param {string[]} periods @returns {Limits} */
export function limitsOf(chart, periods) {
  const all = chart.points.map(p => p.period);
  const first = all.indexOf(periods[0]);
  const stretches = first < 0 ? [] : chart.phases.flatMap(phase => {
    const from = Math.max(0, all.indexOf(phase.from) - first);
    const to = Math.min(periods.length - 1, all.indexOf(phase.to) - first);
    return to < 0 || from > to || phase.points < 3 ? [] : [{ from, to, standing: phase.standing, median: phase.median, mean: phase.mean, upper: phase.upper, lower: phase.lower }];
  });
  const marked = new Map(chart.points.filter(p => p.signals.length).map(p => /** @type {[number, string[]]} */ ([periods.indexOf(p.period), p.signals])).filter(([i]) => i >= 0));
  return { stretches, marked, signal: chart.signal };
}

/** The highest line, in units. @param {(Limits | null)[] | undefined} limits */
export const highestLimit = limits => Math.max(0, ...(limits ?? []).flatMap(l => l?.stretches ?? []).map(s => s.upper ?? s.mean ?? s.median ?? 0));

/**
 * The lines of a series, broken between phases: the median alone of few points, dashed trial limits, or the limits that stand.
 * @param {Limits | null | undefined} limits @param {{at: (n: number) => number, centre: (i: number) => number, panel: import('./trend-frame.js').Panel, drawn: Spot[], written?: Box[]}} place  where numbers are drawn and written
 * @param {number} scaled  smallest units per unit @param {import('./theme.js').Theme} theme @returns {import('./layout.js').Item[]}
 */
export function limitItems(limits, { at, centre, panel, drawn, written = [] }, scaled, theme) {
  if (!limits) return [];
  const lines = limits.stretches.flatMap((s, i) => {
    const [left, right] = [centre(s.from) - panel.band * 0.45, centre(s.to) + panel.band * 0.45];
    const dash = s.standing === 'trial' ? [3, 4] : [8, 4];
    const rule = (/** @type {number | null} */ n, /** @type {object} */ style, /** @type {string} */ kind) => n === null ? []
      : [{ kind, shapes: [line(left, at(n * scaled), right, at(n * scaled), style)] }];
    const last = i === limits.stretches.length - 1;
    const middle = s.standing === 'median_only' ? s.median : s.mean;
    return [
      ...rule(middle, { stroke: theme.ink3, lineWidth: 1, lineDash: s.standing === 'median_only' ? [2, 3] : 'solid' }, s.standing === 'median_only' ? 'median' : 'mean'),
      ...rule(s.upper, { stroke: theme.ink3, lineWidth: 1, lineDash: dash }, 'limit'), ...rule(s.lower, { stroke: theme.ink3, lineWidth: 1, lineDash: dash }, 'limit'),
      ...(last && panel.height >= 100 ? names(s, right, { at, panel, drawn, written }, scaled, theme) : []),
    ];
  });
  return lines;
}

/** The lines of a phase with their words, which say what each is and where. @param {Stretch} s @returns {{at: number, text: string}[]} */
function worded(s) {
  const said = (/** @type {number | null} */ n, /** @type {string} */ key) => n === null ? [] : [{ at: n, text: t(`limits.${key}`, { value: number(Math.round(n * 10), 1) }) }];
  const trial = s.standing === 'trial';
  return [...(s.standing === 'median_only' ? said(s.median, 'median') : said(s.mean, 'mean')), ...said(s.upper, trial ? 'trialUpper' : 'upper'), ...said(s.lower, trial ? 'trialLower' : 'lower')];
}

/** The room that the words need beside a panel, so that they do not stand in the way of the last number. @param {Limits | null | undefined} limits */
export function limitRoom(limits) {
  const last = limits?.stretches[limits.stretches.length - 1];
  return last ? 12 + Math.max(0, ...worded(last).map(w => textWidth(w.text))) : 0;
}

/**
 * What the lines are: beside the panel where there is room, else behind the name above a small one or under that name, else over or under the lines where nothing is drawn or written. What finds no place is left out.
 * @param {Stretch} s @param {number} right @param {{at: (n: number) => number, panel: import('./trend-frame.js').Panel, drawn: Spot[], written: Box[]}} place @param {number} scaled @param {import('./theme.js').Theme} theme
 */
function names(s, right, { at, panel, drawn, written }, scaled, theme) {
  const end = panel.left + panel.width;
  const all = worded(s).map(w => ({ text: w.text, y: at(w.at * scaled), width: textWidth(w.text) }));
  const halo = { stroke: theme.card, lineWidth: 3 };
  if (all.every(w => w.width + 8 <= panel.right)) {
    const heights = spread(all.map(w => w.y), 14, panel.top - 8, panel.top + panel.height + 8);
    return all.map((w, i) => ({ kind: 'label', shapes: [label(w.text, end + 8, heights[i], theme.ink2, halo)] }));
  }
  const together = all.map(w => w.text).join(' · ');
  if (panel.heading && panel.heading.x + 12 + textWidth(together) <= end) return [{ kind: 'label', shapes: [label(together, end, panel.heading.y, theme.ink2, { align: 'right' })] }];
  const row = { left: panel.left, right: panel.left + textWidth(together), top: panel.top - 22, bottom: panel.top - 8 };
  if (panel.heading && row.right <= end && isBare(row, { drawn, taken: written })) return [{ kind: 'label', shapes: [label(together, row.left, panel.top - 15, theme.ink2, halo)] }];
  const taken = [...written];
  return all.flatMap(w => {
    const spot = clear(w, Math.min(right, end - 2), { panel, drawn, taken, lines: all.map(each => each.y) });
    if (!spot) return [];
    taken.push({ left: spot.x, right: spot.x + w.width, top: spot.y - 7, bottom: spot.y + 7 });
    return [{ kind: 'label', shapes: [label(w.text, spot.x, spot.y, theme.ink2, halo)] }];
  });
}

/** The place nearest to the right end of its line at which words meet neither numbers nor other words nor another line; where there is none, over the panel. @param {{width: number, y: number}} word @param {number} right @param {{panel: import('./trend-frame.js').Panel, drawn: Spot[], taken: Box[], lines: number[]}} place @returns {Spot | null} */
function clear({ width, y: height }, right, { panel, drawn, taken, lines }) {
  const others = lines.filter(each => each !== height);
  const bare = (/** @type {number} */ x, /** @type {number} */ y) => isBare({ left: x - 3, right: x + width + 3, top: y - 8, bottom: y + 8 }, { drawn, taken });
  const free = (/** @type {number} */ x, /** @type {number} */ y) => y - 8 > panel.top - 12 && y + 8 < panel.top + panel.height && !others.some(each => Math.abs(each - y) < 9) && bare(x, y);
  for (let x = right - width; x > panel.left + 2; x -= 8) {
    const y = [height - 9, height + 9].find(each => free(x, each));
    if (y !== undefined) return { x, y };
  }
  for (let x = panel.left + 4; x + width < panel.left + panel.width; x += 8) if (bare(x, panel.top - 14)) return { x, y: panel.top - 14 };
  return null;
}

/** Whether nothing is drawn or written in a box. @param {Box} box @param {{drawn: Spot[], taken: Box[]}} place */
const isBare = ({ left, right, top, bottom }, { drawn, taken }) => !taken.some(o => left < o.right && right > o.left && top < o.bottom && bottom > o.top)
  && !drawn.some((spot, i) => meets(spot, drawn[i + 1] ?? spot, { left: left - 2, right: right + 2, top: top - 2, bottom: bottom + 2 }));

/** Whether the way from one point to another leads through a box. @param {Spot} a @param {Spot} b @param {Box} box */
function meets(a, b, { left, right, top, bottom }) {
  const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 4));
  return Array.from({ length: steps + 1 }, (_, k) => ({ x: a.x + (b.x - a.x) * k / steps, y: a.y + (b.y - a.y) * k / steps }))
    .some(p => p.x > left && p.x < right && p.y > top && p.y < bottom);
}

/** The sign around a marked point: a diamond, or a triangle where the metric says which way is better. @param {Limits | null | undefined} limits @param {number} i @param {number} x @param {number} y @param {import('./theme.js').Theme} theme */
export function limitMark(limits, i, x, y, theme) {
  const signals = limits?.marked.get(i);
  if (!limits || !signals) return [];
  const colour = theme.signals?.[tone(limits, signals)] ?? theme.ink;
  return [symbolShape('diamond', x, y, 10, { fill: 'none', stroke: colour, lineWidth: 2 })];
}

/** Better and worse by the direction of the metric, which the last point's variation tells. @param {Limits} limits @param {string[]} signals @returns {'neutral' | 'better' | 'worse'} */
function tone(limits, signals) {
  const directed = limits.signal.variation !== null && !limits.signal.variation.startsWith('neutral') && limits.signal.directed;
  if (!directed) return 'neutral';
  return /_high$|_up$/.test(signals[0]) ? 'better' : 'worse';
}

/** What a tooltip adds: why the point is marked, and that unusual is not bad. @param {(Limits | null)[] | undefined} limits @param {number} row @param {number} i */
export function limitNote(limits, row, i) {
  const signals = limits?.[row]?.marked.get(i);
  return signals ? `\n${t('limits.note', { why: reasonWords(signals) })}\n${t('signal.notBad')}` : '';
}


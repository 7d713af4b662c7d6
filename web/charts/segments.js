// @ts-check
import { isBound, isDrawn, isPartial } from '../format.js';
import { yearOf } from '../periods.js';

/**
 * Pairs of neighbouring periods that a line may join. Whatever is not known in between stays a gap.
 * @param {{department: string, points: import('../types.js').Point[], breaks?: number[]}} series @param {Pick<import('./trend.js').TrendModel, 'periods' | 'stock' | 'toDate' | 'changes'>} model
 * @returns {{from: number, to: number, bound: boolean}[]}
 */
export function segments(series, model) {
  const drawn = series.points.map(isDrawn);
  if (model.stock || drawn.filter(Boolean).length < 3) return [];
  const breaks = series.breaks ?? model.changes.filter(c => c.departments.includes(series.department)).map(c => c.position);
  const broken = (/** @type {number} */ i) => breaks.some(position => position > i + 0.5 && position <= i + 1.5);
  const newYear = (/** @type {number} */ i) => model.toDate && yearOf(model.periods[i]) !== yearOf(model.periods[i + 1]);
  return series.points.slice(1).flatMap((point, i) => drawn[i] && drawn[i + 1] && !broken(i) && !newYear(i)
    ? [{ from: i, to: i + 1, bound: [series.points[i], point].some(p => isBound(p) || isPartial(p)) }] : []);
}

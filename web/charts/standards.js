// @ts-check
/** The least that is asked of a period: a tick of 3 px across its place, as in a bullet. */
import { number, withUnit } from '../format.js';
import { t } from '../i18n/index.js';
import { line } from './layout.js';

/** @typedef {{position: number, least: number, attainment: import('../types.js').Attainment}} Standard  of the period at a position; in smallest units */

/** Those of a series that stand beside the periods shown. @param {import('../types.js').TargetBeside[]} targets @param {string[]} periods @returns {Standard[]} */
export const standardsOf = (targets, periods) => targets.map(x => ({ position: periods.indexOf(x.period), least: x.at_least, attainment: x.attainment })).filter(x => x.position >= 0);

/** The highest of them, in smallest units. @param {{standards?: Standard[]}[]} series */
export const highestStandard = series => Math.max(0, ...series.flatMap(s => s.standards ?? []).map(x => x.least));

/**
 * A tick for each that the series of a panel are asked for; what several are asked for is drawn once.
 * @param {{standards?: Standard[]}[]} series @param {{at: (n: number) => number, centre: (i: number) => number, band: number}} place @param {import('./theme.js').Theme} theme @returns {import('./layout.js').Item[]}
 */
export function standardItems(series, { at, centre, band }, theme) {
  const all = new Map(series.flatMap(s => s.standards ?? []).map(x => [`${x.position} ${x.least}`, x]));
  const half = Math.min(band * 0.4, 22);
  return [...all.values()].map(({ position, least }) => ({ kind: 'standard',
    shapes: [line(centre(position) - half, at(least), centre(position) + half, at(least), { stroke: theme.ink, lineWidth: 3 })] }));
}

/** What a tooltip adds: what is asked, and how that is judged. @param {{standards?: Standard[]}} series @param {number} i @param {string} unit @param {number} decimals */
export function standardNote({ standards }, i, unit, decimals) {
  const own = standards?.find(x => x.position === i);
  return own ? `\n${t('standard.note', { least: withUnit(number(own.least, decimals), unit), judged: t(`attainment.${own.attainment}`) })}` : '';
}

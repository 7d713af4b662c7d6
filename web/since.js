// @ts-check
/** What has changed since the moment a page is of. */

/** @typedef {import('./types.js').Point} Point */
/**
 * @typedef {object} Told  one thing that a page tells
 * @property {string} ref  the name by which it is opened where it is a number
 * @property {string} [key]  what it is, where the other answer may have another name for it
 * @property {string} name
 * @property {Point} [point]  the number it is
 * @property {number} [decimals]
 * @property {string} [words]  what is told of it where it is no number
 * @property {'reports' | 'signals'} [sort]  what it is where it is no number; else a report
 * @property {string} [href]  where it is told of there
 */
/** @typedef {{told: Told, after: Told}} Later */

/** All that a reader sees of a number. @param {Point} p */
const ofPoint = p => JSON.stringify([p.state, p.value, p.lower, p.upper, p.method, p.review, p.revision, p.conflict, p.coverage.reported, p.coverage.expected]);

/** @param {Told} told */
const seen = told => told.point ? ofPoint(told.point) : told.words;

/** What the page tells otherwise now, in its order. @param {Told[]} then @param {Told[]} now @returns {Later[]} */
export function changedSince(then, now) {
  const newest = new Map(now.map(each => [each.key ?? each.ref, each]));
  return then.flatMap(told => {
    const after = newest.get(told.key ?? told.ref);
    return after && seen(after) !== seen(told) ? [{ told, after }] : [];
  });
}

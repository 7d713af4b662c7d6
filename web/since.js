// @ts-check
/** What has changed since the moment a page is of. */

/** @typedef {import('./types.js').Point} Point */
/** @typedef {{ref: string, name: string, point: Point, decimals: number}} Told  one number of a page, by the name it is opened with */
/** @typedef {{told: Told, after: Point}} Later */

/** All that a reader sees of a number. @param {Point} p */
const seen = p => JSON.stringify([p.state, p.value, p.lower, p.upper, p.method, p.review, p.revision, p.conflict, p.coverage.reported, p.coverage.expected]);

/** The numbers of the page that are others now, in its order. @param {Told[]} then @param {Told[]} now @returns {Later[]} */
export function changedSince(then, now) {
  const newest = new Map(now.map(each => [each.ref, each.point]));
  return then.flatMap(told => {
    const after = newest.get(told.ref);
    return after && seen(after) !== seen(told.point) ? [{ told, after }] : [];
  });
}

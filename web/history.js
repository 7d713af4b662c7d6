// @ts-check
/** The history of one value, as the server tells it: what it was after each step, and what happened between two steps. */

/** @typedef {import('./types.js').ChangesAnswer} Answer */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {{from: Point | null, to: Point | null, contributions: import('./types.js').Contribution[]}} Change */

/** Before anything was known. */
export const BEGINNING = -1;

/** The step after which the value first had a number; where it never had one, the first step. @param {Answer} answer */
export function firstNumber({ contributions }) {
  return Math.max(0, contributions.findIndex(c => c.after && c.after.lower !== null));
}

/** The last step at or before the instant. @param {Answer} answer @param {string} instant */
export function stepAt({ contributions }, instant) {
  const at = Date.parse(instant);
  return contributions.findLastIndex(c => Date.parse(c.at) <= at);
}

/** The value after a step. @param {Answer} answer @param {number} step */
const valueAfter = (answer, step) => step === BEGINNING ? answer.from : answer.contributions[step].after;

/** What happened after one step up to another; the shares of its steps are those of the whole history. @param {Answer} answer @param {number} one @param {number} other @returns {Change} */
export function between(answer, one, other) {
  const [first, last] = one < other ? [one, other] : [other, one];
  return { from: valueAfter(answer, first), to: valueAfter(answer, last), contributions: answer.contributions.slice(first + 1, last + 1) };
}

/** What the shares of the steps come to, bound by bound; null where a bound was no number in between. @param {Change} change @returns {import('./types.js').Share} */
export function sum({ contributions }) {
  const all = (/** @type {'lower' | 'upper'} */ bound) => contributions.every(c => c.share[bound] !== null)
    ? contributions.reduce((total, c) => total + /** @type {number} */ (c.share[bound]), 0) : null;
  return { lower: all('lower'), upper: all('upper') };
}

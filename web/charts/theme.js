// @ts-check
/**
 * Colours of a chart, read from the style sheet, so that light, dark and forced colours have one source.
 * @typedef {object} Theme
 * @property {string} ink
 * @property {string} ink2
 * @property {string} ink3
 * @property {string} grid
 * @property {string} border
 * @property {string} card
 * @property {string} veil  ground of a withheld cell
 * @property {string} focus
 * @property {string[]} series
 * @property {string[]} party
 * @property {string} partyLine
 * @property {string[]} gov
 * @property {string} govLine
 * @property {{neutral: string, better: string, worse: string}} [signals]  of points that a control chart or a funnel marks
 */

/** What the colours were read from: one line per series of the chart, by shape and dash too. */
export const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'circle', 'square', 'triangle', 'diamond'];
/** @type {(number[] | 'solid')[]} */
export const DASHES = ['solid', [6, 3], [2, 2], [8, 3, 2, 3], 'solid', [6, 3], [2, 2], [8, 3, 2, 3]];

/** @param {Element} element @returns {Theme} */
export function readTheme(element) {
  const probe = document.createElement('span');
  element.append(probe);
  // Through a probe, because a system colour such as CanvasText must become a number for the SVG.
  const read = (/** @type {string} */ token) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const list = (/** @type {string} */ token, /** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => read(`${token}-${i + 1}`));
  const theme = {
    ink: read('ink'), ink2: read('ink-2'), ink3: read('ink-3'), grid: read('grid'), border: read('control'),
    card: read('card'), veil: read('veil'), focus: read('focus'), series: list('cat', 8),
    party: list('party', 5), partyLine: read('party-line'), gov: list('gov', 6), govLine: read('gov-line'),
    signals: { neutral: read('spc-neutral'), better: read('spc-better'), worse: read('spc-worse') },
  };
  probe.remove();
  return theme;
}

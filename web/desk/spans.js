// @ts-check
/** A text cut where spans begin and end. Offsets count Unicode code points, as on the wire. */

/**
 * @template {{start: number, end: number}} S
 * @typedef {{text: string, start: number, spans: S[]}} Piece<S>
 */

/**
 * The text in lines of pieces; a piece knows the spans that cover it, in the order they were given.
 * @template {{start: number, end: number}} S
 * @param {string} text @param {S[]} spans @returns {{text: string, start: number, spans: S[]}[][]}
 */
export function linesOf(text, spans) {
  const points = Array.from(text);
  const edges = [...new Set([0, points.length, ...spans.flatMap(s => [s.start, s.end])])]
    .filter(e => e >= 0 && e <= points.length).sort((a, b) => a - b);
  /** @type {{text: string, start: number, spans: S[]}[][]} */
  const lines = [[]];
  edges.slice(1).forEach((end, i) => {
    const from = edges[i];
    const covering = spans.filter(s => s.start <= from && s.end >= end);
    let at = from;
    points.slice(from, end).join('').split(/(\r\n|\r|\n)/).forEach((part, k) => {
      if (k % 2) lines.push([]);
      else if (part) lines[lines.length - 1].push({ text: part, start: at, spans: covering });
      at += Array.from(part).length;
    });
  });
  return lines;
}

/** How many code points the first characters of a text are. @param {string} text @param {number} characters */
export const pointsBefore = (text, characters) => Array.from(text.slice(0, characters)).length;

/**
 * The words chosen with the mouse as offsets into the text; null where they are none of it. An element whose text is
 * part of the report says with data-at where it begins.
 * @param {Selection | null} selection @param {Element} root @returns {{start: number, end: number, words: string} | null}
 */
export function chosenIn(selection, root) {
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, root);
  const end = offsetOf(range.endContainer, range.endOffset, root);
  return start === null || end === null || end <= start ? null : { start, end, words: selection.toString() };
}

/** @param {Node} node @param {number} offset @param {Element} root */
function offsetOf(node, offset, root) {
  const piece = node.parentElement?.closest('[data-at]');
  if (!piece || !root.contains(piece) || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(/** @type {HTMLElement} */ (piece).dataset.at) + pointsBefore(node.textContent ?? '', offset);
}

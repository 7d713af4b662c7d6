// @ts-check
/** Text that is already HTML and passes through `html` unescaped. */
export class Markup {
  /** @param {string} text */
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {unknown} value */
export function escape(value) {
  return String(value).replace(/[&<>"']/g, c => ENTITIES[/** @type {keyof typeof ENTITIES} */ (c)]);
}

/** @param {unknown} value @returns {string} */
function insert(value) {
  if (value === null || value === undefined || value === false || value === true) return '';
  if (Array.isArray(value)) return value.map(insert).join('');
  return value instanceof Markup ? value.text : escape(value);
}

/**
 * html`<p>${text}</p>`: every value is escaped; arrays are joined; null, undefined and booleans leave nothing.
 * @param {TemplateStringsArray} parts @param {unknown[]} values
 */
export function html(parts, ...values) {
  return new Markup(parts.reduce((text, part, i) => text + insert(values[i - 1]) + part));
}

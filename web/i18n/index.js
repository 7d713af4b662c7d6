// @ts-check
/**
 * The texts of the interface. Only those of the language in use are fetched: those of every page first, and the parts
 * (`zh/reports.js`) when a page or the evidence that speaks them is first opened.
 */

/** @typedef {'zh' | 'en'} Language */

/** @type {Record<Language, Record<string, string>>} */
const TEXTS = { zh: {}, en: {} };
/** @type {Map<string, Promise<unknown>>} */
const fetched = new Map();
const parts = new Set(['']);

/** The language an address asks for. @param {string} [search] @returns {Language} */
const languageOf = search => new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'zh';
let current = languageOf(globalThis.location?.search);

/** @param {Language} language @param {string} part '' for the texts of every page @returns {Promise<unknown>} */
function take(language, part) {
  const address = part ? `./${language}/${part}.js` : `./${language}.js`;
  const known = fetched.get(address);
  if (known) return known;
  const coming = import(address).then(module => Object.assign(TEXTS[language], module.texts),
    error => { fetched.delete(address); throw error; });
  fetched.set(address, coming);
  return coming;
}

/** Fetches a part of the texts, which every later change of language fetches too. @param {string} part */
export async function withTexts(part) {
  parts.add(part);
  await take(current, part);
}

/** Sets the language; its texts are fetched when first needed. @param {Language} language */
export async function setLanguage(language) {
  await Promise.all([...parts].map(part => take(language, part)));
  current = language;
}

export function language() { return current; }

/** The code for `lang` attributes. */
export function htmlLanguage() { return current === 'zh' ? 'zh-CN' : 'en'; }

/**
 * The text of a key; `{name}` in it is replaced by the parameter of this name, `{count|report|reports}` by the word that goes with the number.
 * @param {string} key @param {Record<string, unknown>} [parameters]
 */
export function t(key, parameters = {}) {
  const text = TEXTS[current][key] ?? key;
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many) => !(name in parameters) ? whole
    : one === undefined ? String(parameters[name]) : String(parameters[name]) === '1' ? one : many);
}

/** Whether a key has a text. @param {string} key */
export function has(key) { return key in TEXTS[current]; }

/** The name in the current language. @param {{zh: string, en: string}} name */
export function nameOf(name) { return name[current] || name.zh || name.en; }

await take(current, '');

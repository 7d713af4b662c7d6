// @ts-check
import { zh } from './zh.js';
import { en } from './en.js';

/** @typedef {'zh' | 'en'} Language */
/** @typedef {keyof typeof zh} Key */

const TEXTS = { zh, en };
let current = /** @type {Language} */ ('zh');

/** @param {Language} language */
export function setLanguage(language) { current = language; }

export function language() { return current; }

/** The code for `lang` attributes. */
export function htmlLanguage() { return current === 'zh' ? 'zh-CN' : 'en'; }

/**
 * The text of a key; `{name}` in it is replaced by the parameter of this name.
 * @param {string} key @param {Record<string, unknown>} [parameters]
 */
export function t(key, parameters = {}) {
  const text = TEXTS[current][/** @type {Key} */ (key)] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => name in parameters ? String(parameters[name]) : whole);
}

/** Whether a key has a text. @param {string} key */
export function has(key) { return key in TEXTS[current]; }

/** The name in the current language. @param {{zh: string, en: string}} name */
export function nameOf(name) { return name[current] || name.zh || name.en; }

// @ts-check
import { html } from '../html.js';
import { language } from './words.js';

/** Text with `code` in backquotes. @param {string} text */
export function sentences(text) {
  return html`${text.split('`').map((part, i) => i % 2 ? html`<code>${part}</code>` : part)}`;
}

/**
 * What the contract says of a thing: in Chinese where it does, or else in English and marked so.
 * @param {{'x-zh'?: string, summary?: string, description?: string}} thing
 */
export function said(thing) {
  const english = thing.summary ?? thing.description ?? '';
  if (language() === 'en') return sentences(english);
  return thing['x-zh'] ? sentences(thing['x-zh']) : english ? html`<span lang="en">${sentences(english)}</span>` : '';
}

/** The longer description beside a summary. @param {{summary?: string, description?: string}} thing */
export function more(thing) {
  return thing.summary && thing.description ? html`<p${language() === 'en' ? '' : html` lang="en"`}>${sentences(thing.description)}</p>` : '';
}

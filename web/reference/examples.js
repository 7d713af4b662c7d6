// @ts-check
/** The examples of the reference: files of this folder, which the tests run as they are. */
import { html } from '../html.js';
import { t } from './words.js';

/** What the files say where the server is. */
const WRITTEN = 'http://127.0.0.1:8080';

/** @type {{name: string, file: string}[]} */
export const EXAMPLES = [
  { name: 'curl', file: 'figures.sh' },
  { name: 'R', file: 'figures.R' },
  { name: 'Python', file: 'figures.py' },
  { name: 'Python (pandas)', file: 'figures_pandas.py' },
  { name: 'Excel (Power Query)', file: 'figures.pq' },
];

/** @param {string} text @param {string} server */
export const withServer = (text, server) => text.replaceAll(WRITTEN, server);

/** @param {{name: string, file: string}} example @param {string} code */
export function exampleBox({ name, file }, code) {
  return html`<div class="example"><h3>${name}</h3>
    <pre tabindex="0" aria-label="${name}"><code>${code}</code></pre>
    <p class="buttons"><button type="button" data-copy="${code}">${t('copy', { name })}</button> <a class="button" href="/reference/examples/${file}">${file}</a></p></div>`;
}

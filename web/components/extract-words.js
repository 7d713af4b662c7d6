// @ts-check
import { address } from '../api.js';
import { html } from '../html.js';
import { language, t } from '../i18n/index.js';
import { dataTable } from './table.js';

/** A few lines of code for each reader of the address. @param {string} url */
export function snippets(url) {
  const lines = {
    R: `readr::read_csv("${url}")`,
    Python: `pandas.read_csv("${url}")`,
    curl: `curl --fail --compressed -o figures.csv "${url}"`,
    Excel: t('extracts.inExcel', { url }),
  };
  return html`<dl class="code">${Object.entries(lines).map(([name, code]) => html`<div><dt>${name}</dt>
    <dd><code tabindex="0">${code}</code><button type="button" data-copy="${name === 'Excel' ? url : code}">${t('links.copyCode', { name })}</button></dd></div>`)}</dl>`;
}

/** What the codes mean, as files. @param {Record<string, string>} query */
export function codeLists(query) {
  return html`<ul class="plain">${['metrics', 'orgs', 'periods', 'codes', 'reports'].map(name =>
    html`<li><a href="${address(`/extracts/${name}.csv`, { ...query, bom: '1' })}" download>${name}.csv</a> ${t(`extracts.list.${name}`)}</li>`)}</ul>
    <p>${t('extracts.described')} <a href="${address('/extracts/figures.csv-metadata.json', query)}">CSVW</a> · <a href="${address('/extracts/datapackage.json', query)}">Frictionless</a></p>`;
}

/** The columns as the server defines them. @param {import('../types.js').ExtractColumn[]} columns */
export function dictionary(columns) {
  return dataTable({ caption: t('extracts.columns'), numeric: false, head: [t('extracts.column'), t('extracts.title'), t('extracts.meaning')],
    rows: columns.map(c => ({ name: c.name, cells: [c.titles[1], c['dc:description'][language() === 'zh' ? 'zh' : 'en']] })) });
}

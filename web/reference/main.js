// @ts-check
/** The reference of the HTTP interface: the contract as the server has it, as a page. */
import { startCopying } from '../components/links.js';
import { html } from '../html.js';
import { setLanguage as setPages } from '../i18n/index.js';
import { EXAMPLES, exampleBox, withServer } from './examples.js';
import { operationsOf, operationBox } from './operations.js';
import { schemaBox } from './schemas.js';
import { sentences } from './text.js';
import { setLanguage, language, t } from './words.js';

const main = /** @type {HTMLElement} */ (document.getElementById('main'));

/** @param {string} id @param {unknown} content */
function put(id, content) {
  const element = document.getElementById(id);
  if (element) element.innerHTML = String(content);
}

function frame() {
  const en = language() === 'en';
  const tail = en ? '?lang=en' : '';
  document.documentElement.lang = en ? 'en' : 'zh-CN';
  document.title = `${t('title')} · ${t('brand')}`;
  put('skip', t('skip'));
  put('brand', html`<a href="/${tail}">${t('brand')}</a>`);
  put('navigation', html`<a href="/extracts${tail}">${t('extracts')}</a> <a href="/reference${tail}" aria-current="page">${t('short')}</a>`);
  document.getElementById('navigation')?.setAttribute('aria-label', t('navigation'));
  put('language', en ? html`<a href="/reference" lang="zh-CN" hreflang="zh-CN">中文</a>` : html`<a href="/reference?lang=en" lang="en" hreflang="en">English</a>`);
}

/** @param {any} contract @param {Map<string, string>} examples */
function page(contract, examples) {
  const groups = operationsOf(contract);
  return html`<h1>${t('title')}</h1>
    <div class="lede"><p>${t('lede', { version: contract.info.version })}</p></div>
    <p><a href="/api/v1/openapi.yaml">openapi.yaml</a> · <a href="/api/v1/openapi.json">openapi.json</a></p>
    <nav class="contents" aria-label="${t('contents')}"><ul>
      <li><a href="#rules">${t('rules')}</a></li><li><a href="#examples">${t('examples')}</a></li>
      ${groups.map(([name]) => html`<li><a href="#group-${name}">${t(`group.${name}`)}</a></li>`)}
      <li><a href="#schemas">${t('schemas')}</a></li></ul></nav>
    <section class="figure" id="rules"><h2>${t('rules')}</h2><ul>${['values', 'asOf', 'unknown', 'etag', 'coding', 'link'].map(rule => html`<li>${sentences(t(`rule.${rule}`))}</li>`)}</ul></section>
    <section class="figure" id="examples"><h2>${t('examples')}</h2><p>${t('examples.lede')}</p>
      ${EXAMPLES.map(each => exampleBox(each, examples.get(each.file) ?? ''))}</section>
    ${groups.map(([name, operations]) => html`<section class="figure" id="group-${name}"><h2>${t(`group.${name}`)}</h2>
      ${operations.map(each => operationBox(each, contract))}</section>`)}
    <section class="figure" id="schemas"><h2>${t('schemas')}</h2><p>${t('schemas.lede')}</p>
      ${Object.entries(contract.components.schemas).map(([name, schema]) => schemaBox(name, schema))}</section>`;
}

/** What the address points at stands open. */
function reveal() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const box = /** @type {HTMLDetailsElement | null} */ (target?.closest('details') ?? null);
  if (box) box.open = true;
  target?.scrollIntoView();
}

async function text(/** @type {string} */ path) {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

async function start() {
  const wanted = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
  setLanguage(wanted);
  await setPages(wanted);
  frame();
  try {
    const files = EXAMPLES.map(async each => /** @type {const} */ ([each.file, withServer(await text(`/reference/examples/${each.file}`), location.origin)]));
    const [contract, examples] = await Promise.all([text('/api/v1/openapi.json').then(JSON.parse), Promise.all(files)]);
    main.innerHTML = String(page(contract, new Map(examples)));
    reveal();
  } catch (error) {
    console.error(error);
    main.innerHTML = String(html`<h1>${t('title')}</h1><div class="notice error" role="alert"><p>${t('failed')}</p></div>`);
  }
}

addEventListener('hashchange', reveal);
startCopying(document.body);
start();

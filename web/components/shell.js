// @ts-check
/** The frame around every page: names, navigation, language, data version and the demo banner. */
import { html } from '../html.js';
import { htmlLanguage, t } from '../i18n/index.js';
import { instantName } from '../format.js';
import { writeState } from '../state.js';

const NAVIGATION = ['overview', 'trends', 'compare', 'discipline', 'reports', 'review', 'quality', 'extracts', 'admin'];
const printFooter = 'adoptedStyleSheets' in document ? new CSSStyleSheet() : null;
if (printFooter) document.adoptedStyleSheets = [...document.adoptedStyleSheets, printFooter];

const pathOf = (/** @type {string} */ name) => name === 'overview' ? '/' : `/${name}`;

/** @param {string} id @param {unknown} content */
function put(id, content) {
  const element = /** @type {HTMLElement} */ (document.getElementById(id));
  if (element.innerHTML !== String(content)) element.innerHTML = String(content);
}

/** @param {{name: string, keys: Record<string, string>}} page @param {Record<string, string>} state @param {string} pathname */
export function renderShell(page, state, pathname) {
  document.documentElement.lang = htmlLanguage();
  const here = page.name === 'report' ? 'reports' : page.name === 'signals' ? 'overview' : page.name;
  const tail = writeState({}, { at: state.at, lang: state.lang });
  put('skip', t('skip'));
  put('brand', html`<a href="/${tail}">${t('brand')}</a>`);
  put('navigation', html`${NAVIGATION.map(name => name === here
    ? html`<a href="${pathOf(name)}${tail}" aria-current="page">${t(`page.${name}`)}</a>` : html`<a href="${pathOf(name)}${tail}">${t(`page.${name}`)}</a>`)}`);
  const bar = /** @type {HTMLElement} */ (document.getElementById('navigation'));
  const current = /** @type {HTMLElement | null} */ (bar.querySelector('[aria-current]'));
  if (current) bar.scrollLeft = current.offsetLeft - bar.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
  bar.setAttribute('aria-label', t('navigation'));
  document.getElementById('card')?.setAttribute('aria-label', t('card.title'));
  const other = state.lang === 'en' ? 'zh' : 'en';
  const href = pathname + writeState(page.keys, { ...state, lang: other });
  put('language', html`<a href="${href}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}">${t(`language.${other}`)}</a>`);
}

/** @param {import('../types.js').Catalog} catalog @param {string} at the version pinned in the address @param {boolean} [wide] printed across the sheet */
export function setAsOf(catalog, at, wide = false) {
  const instant = at || catalog.as_of;
  const text = instant ? t('asOf', { time: instantName(instant) }) : t('asOf.none');
  put('as-of', html`${text}`);
  const demo = /** @type {HTMLElement} */ (document.getElementById('demo'));
  demo.hidden = !catalog.demo;
  // Told on request: spelt out, it would push the page down after it has been seen.
  if (catalog.demo) ['summary', 'p'].forEach((part, i) => { /** @type {HTMLElement} */ (demo.querySelector(part)).textContent = t(i ? 'demo.truth' : 'demo'); });
  // The margins of printed pages can hold text of the style sheet only.
  printFooter?.replaceSync(`@page { ${wide ? 'size: A4 landscape; margin: 16mm 18mm;' : ''} @bottom-left { content: ${JSON.stringify(text)} } @top-left { content: ${JSON.stringify(t('brand'))} }
    @bottom-right { content: ${t('print.pages')} } }`);
}

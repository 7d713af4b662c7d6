// @ts-check
/** From the address to a page, and back. */
import { ApiError, getCatalog } from './api.js';
import { startCopying } from './components/links.js';
import { failure } from './components/notice.js';
import { renderShell, setAsOf } from './components/shell.js';
import { firstCatalog } from './early.js';
import { html } from './html.js';
import { setLanguage, t } from './i18n/index.js';
import { instantName } from './format.js';
import { fetchPage, routeOf, UNKNOWN, withStyles } from './routes.js';
import { readHash, readState, writeHash, writeState } from './state.js';

/**
 * @typedef {object} Context  what a page knows of the address and the catalogue
 * @property {import('./state.js').State} state
 * @property {string[]} path  the groups of the page's path
 * @property {import('./types.js').Catalog} catalog
 * @property {Record<string, string>} query  parameters of every question to the server
 * @property {(patch: Record<string, string>) => string} href  this page with another state
 * @property {(path: string) => string} link  another page in the same language and data version
 * @property {(patch: Record<string, string>) => void} go
 * @property {(ref: string) => void} open  shows the evidence of a point
 * @property {() => void} stale  the catalogue has changed
 *
 * @typedef {object} Shown
 * @property {() => void} [dispose]
 * @property {(ref: string) => import('./components/figure-card.js').NamedPoint | null} [point]
 * @property {Promise<unknown>} [ready]
 *
 * @typedef {object} Page
 * @property {string} name
 * @property {import('./state.js').Keys} keys
 * @property {(state: import('./state.js').State) => boolean} [wide]  whether it is printed across the sheet
 * @property {(ctx: Context, signal: AbortSignal) => Promise<any>} load
 * @property {(main: HTMLElement, ctx: Context, data: any) => Shown} render
 */

const CATALOG_AGE = 60_000;

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
/** @type {ReturnType<typeof import('./components/card-panel.js').cardPanel> | null} */
let panel = null;

/** @type {{page: Page | null, url: string, shown: Shown, ctx: Context | null, catalog: {at: string, read: number, data: any} | null}} */
const now = { page: null, url: '', shown: {}, ctx: null, catalog: null };
let running = new AbortController();
/** What was said while a page was waited for; the language may be another one by then. */
let waiting = '';
/** @type {typeof firstCatalog | null} */
let first = firstCatalog;

/** @param {string} at @param {AbortSignal} signal */
async function catalogAt(at, signal) {
  const kept = now.catalog;
  if (kept && kept.at === at && Date.now() - kept.read < CATALOG_AGE) return kept.data;
  const begun = first?.at === at ? first.coming : null;
  first = null;
  const data = await (begun ?? getCatalog({ as_of: at }, signal));
  now.catalog = { at, read: Date.now(), data };
  return data;
}

/** @param {Page} page @param {import('./state.js').State} state @param {any} catalog @returns {Context} */
function contextOf(page, state, catalog) {
  const { pathname } = location;
  const href = (/** @type {Record<string, string>} */ patch) => pathname + writeState(page.keys, { ...state, ...patch });
  return {
    state, catalog, href, path: [...(routeOf(pathname)?.path.exec(pathname) ?? [])].slice(1),
    query: state.at ? { as_of: state.at } : {},
    link: path => path + writeState({}, { at: state.at, lang: state.lang }),
    go: patch => navigate(href(patch)),
    open: ref => openCard({ kind: 'pt', id: ref }),
    stale: () => { now.catalog = null; },
  };
}

/** Files of the pages that do not come are a server that does not answer. @template T @param {Promise<T>} files @returns {Promise<T>} */
const fetched = files => files.catch(error => { console.error(error); throw new ApiError(0, null); });

/** Reads what the address asks for and shows it; the old page stays, dimmed, until the new data is there. */
async function route() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const target = routeOf(location.pathname) ?? UNKNOWN;
  main.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    document.body.classList.add('loading');
    if (!now.page) { main.innerHTML = String(html`<p class="quiet" role="status">${t('loading')}</p>`); return; }
    waiting = t('loading');
    /** @type {HTMLElement} */ (document.getElementById('status')).textContent = waiting;
  }, 400);
  try {
    const page = await fetched(fetchPage(target));
    const { state, unknown } = readState(page.keys, location.search);
    await fetched(setLanguage(/** @type {any} */ (state.lang)));
    if (signal.aborted) return;
    renderShell(page, state, location.pathname);
    const catalog = await catalogAt(state.at, signal);
    const ctx = contextOf(page, state, catalog);
    const data = await page.load(ctx, signal);
    if (signal.aborted) return;
    show(page, ctx, data, unknown);
  } catch (error) {
    if (!signal.aborted) fail(target.name, error);
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) settle();
  }
}

function settle() {
  main.removeAttribute('aria-busy');
  document.body.classList.remove('loading');
  const status = /** @type {HTMLElement} */ (document.getElementById('status'));
  if (status.textContent === waiting) status.textContent = '';
}

/** @param {Page} page @param {Context} ctx @param {any} data @param {string[]} unknown */
function show(page, ctx, data, unknown) {
  const focused = document.activeElement?.id;
  const samePage = now.page === page;
  now.shown.dispose?.();
  setAsOf(ctx.catalog, ctx.state.at, page.wide?.(ctx.state));
  document.body.classList.toggle('print', ctx.state.print === '1');
  document.documentElement.classList.toggle('paper', ctx.state.print === '1');
  now.shown = page.render(main, ctx, data);
  if (unknown.length) {
    main.querySelector('h1')?.insertAdjacentHTML('afterend', String(html`<p class="notice">${t('state.unknown', { keys: unknown.join(', ') })}</p>`));
  }
  const heading = main.querySelector('h1');
  document.title = t('title', { page: heading?.textContent ?? '' });
  if (samePage && focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
    // On a phone the form that was applied is folded away again.
    if (document.activeElement === document.body) document.getElementById('filter-fold')?.focus({ preventScroll: true });
  }
  else if (now.page) { heading?.setAttribute('tabindex', '-1'); heading?.focus(); scrollTo(0, 0); }
  Object.assign(now, { page, ctx, url: location.pathname + location.search });
  const evidence = followHash();
  if (ctx.state.print === '1') Promise.allSettled([now.shown.ready, evidence]).then(() => setTimeout(print, 100));
}

/** @param {string} name @param {unknown} error */
function fail(name, error) {
  if (!(error instanceof ApiError)) console.error(error);
  const still = now.page?.name === name && now.catalog ? t('error.still', { time: instantName(new Date(now.catalog.read).toISOString()) }) : '';
  // One report has no filters to clear; what there is stands in the list.
  const whole = name === 'report' ? '/reports' : location.pathname;
  const text = String(failure(error, still, whole + writeState({}, { lang: readState({}, location.search).state.lang }), name === 'report' ? t('page.reports') : undefined));
  document.querySelector('#main > .error')?.remove();
  if (still) main.insertAdjacentHTML('afterbegin', text);
  else { now.shown.dispose?.(); now.shown = {}; now.page = null; main.innerHTML = `<h1>${t(`page.${name}`)}</h1>${text}`; }
  document.getElementById('retry')?.addEventListener('click', () => { now.catalog = null; route(); });
}

/** @param {string} url */
function navigate(url) {
  history.pushState(null, '', url);
  route();
}

/** @param {{kind: string, id: string}} target */
function openCard(target) {
  const depth = (history.state?.card ?? 0) + 1;
  history.pushState({ card: depth }, '', location.pathname + location.search + writeHash(target));
  followHash();
}

function closeCard() {
  if (history.state?.card) { history.go(-history.state.card); return; }
  history.replaceState(null, '', location.pathname + location.search);
  followHash();
}

/** The evidence is fetched with the first that is asked for. */
async function fetchPanel() {
  const [{ cardPanel }] = await fetched(Promise.all([import('./components/card-panel.js'), withStyles('card')]));
  panel ??= cardPanel(/** @type {HTMLElement} */ (document.getElementById('card')), closeCard);
}

/** Shows what the address names behind #, and is done when all of it is there. @returns {Promise<unknown> | undefined} */
function followHash() {
  const target = readHash(location.hash);
  if (!now.ctx) return;
  if (panel) return panel.show(target, now.ctx, ref => now.shown.point?.(ref) ?? null);
  if (target) return fetchPanel().then(followHash, error => fail(now.page?.name ?? '', error));
}

// Back to the page that stands there while another is under way: it has to be told, or the other would still come.
addEventListener('popstate', () => location.pathname + location.search === now.url && !main.hasAttribute('aria-busy') ? followHash() : route());

document.addEventListener('click', event => {
  const link = /** @type {HTMLAnchorElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.('a[href]'));
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.hasAttribute('download') || link.target) return;
  const target = readHash(link.hash);
  if (target && link.pathname + link.search === location.pathname + location.search) {
    event.preventDefault();
    openCard(target);
  } else if (!link.hash.startsWith('#main') && routeOf(link.pathname)) {
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  }
});

// Charts listen too, later: they draw themselves again in the colours of paper.
addEventListener('beforeprint', () => document.documentElement.classList.add('paper'));
addEventListener('afterprint', () => document.documentElement.classList.toggle('paper', now.ctx?.state.print === '1'));

startCopying(document.body);
route();

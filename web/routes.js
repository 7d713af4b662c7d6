// @ts-check
/** Which page answers which address, and how a page is fetched. */

/**
 * @typedef {object} Route
 * @property {string} name
 * @property {RegExp} path
 * @property {() => Promise<{page: import('./main.js').Page}>} read  fetches the page when it is first asked for
 * @property {string[]} [styles]  style sheets that not every page needs
 */

/** @type {Route[]} */
export const ROUTES = [
  { name: 'overview', path: /^\/$/, read: () => import('./pages/overview.js'), styles: ['overview', 'signals'] },
  { name: 'trends', path: /^\/trends$/, read: () => import('./pages/trends.js'), styles: ['signals'] },
  { name: 'compare', path: /^\/compare$/, read: () => import('./pages/compare.js'), styles: ['heat', 'signals'] },
  { name: 'discipline', path: /^\/discipline$/, read: () => import('./pages/discipline.js') },
  { name: 'report', path: /^\/reports\/(R[0-9]{4,})$/, read: () => import('./pages/report.js'), styles: ['report'] },
  { name: 'reports', path: /^\/reports\/?$/, read: () => import('./pages/reports.js'), styles: ['report'] },
  { name: 'review', path: /^\/review\/?$/, read: () => import('./pages/review.js') },
  { name: 'quality', path: /^\/quality$/, read: () => import('./pages/quality.js'), styles: ['quality', 'signals'] },
  { name: 'admin', path: /^\/admin\/?$/, read: () => import('./pages/admin.js'), styles: ['admin'] },
  { name: 'signals', path: /^\/signals$/, read: () => import('./pages/signals.js'), styles: ['signals', 'standards'] },
  { name: 'extracts', path: /^\/extracts\/?$/, read: () => import('./pages/extracts.js') },
];

/** What an address shows that is none of these. @type {Route} */
export const UNKNOWN = { name: 'unknown', path: /^$/, read: () => import('./pages/unknown.js') };

/** @param {string} pathname */
export const routeOf = pathname => ROUTES.find(r => r.path.test(pathname));

/** The page with its style sheets. @param {Route} route @returns {Promise<import('./main.js').Page>} */
export async function fetchPage(route) {
  const [module] = await Promise.all([route.read(), ...(route.styles ?? []).map(withStyles)]);
  return module.page;
}

/** @type {Map<string, Promise<void>>} */
const sheets = new Map();

/** Settles when a style sheet holds, so that nothing is shown without it. @param {string} name @returns {Promise<void>} */
export function withStyles(name) {
  const coming = sheets.get(name) ?? new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/styles/${name}.css`;
    link.onload = () => resolve();
    link.onerror = () => { link.remove(); sheets.delete(name); reject(new Error(link.href)); };
    // What is said for paper comes last.
    document.getElementById('paper-styles')?.before(link);
  });
  sheets.set(name, coming);
  return coming;
}

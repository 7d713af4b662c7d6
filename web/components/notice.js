// @ts-check
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** Why there is nothing to see, with one thing to do. @param {'noMatch' | 'noReport' | 'notDue' | 'noAccess' | 'noData'} kind @param {string} href */
export function empty(kind, href) {
  return html`<div class="notice" data-empty="${kind}"><p>${t(`empty.${kind}`)}</p><p><a href="${href}">${t(`empty.${kind}.action`)}</a></p></div>`;
}

/** Which kind of nothing a list of points is, or null where there is something. @param {import('../types.js').Point[]} points @returns {'noMatch' | 'noReport' | 'notDue' | null} */
export function emptiness(points) {
  if (points.length === 0) return 'noMatch';
  if (points.every(p => p.state === 'not_due')) return 'notDue';
  return points.every(p => p.state === 'not_reported' || p.state === 'not_due') ? 'noReport' : null;
}

/**
 * What failed, what is still valid, and a way to go on.
 * @param {any} error @param {string} still '' where nothing is shown any more @param {string} [clear] the page without its filters, or another @param {string} [words] what is said of it
 */
export function failure(error, still, clear = '', words = t('empty.noMatch.action')) {
  const status = error?.status ?? -1;
  const what = status === 0 ? t('error.network') : status === 401 || status === 403 ? t('empty.noAccess')
    : status === 404 ? t('error.missing') : status >= 400 && status < 500 ? t('error.refused', { status }) : status > 0 ? t('error.server', { status }) : t('error.page');
  const faults = error?.problem?.errors ?? [];
  return html`<div class="notice error" role="alert"><p><b>${what}</b></p>
    ${error?.problem?.detail && !faults.length ? html`<p>${error.problem.detail}</p>` : ''}
    ${faults.length ? html`<ul>${faults.map((/** @type {any} */ f) => html`<li>${t('error.fault', f)}</li>`)}</ul>` : ''}
    ${still ? html`<p>${still}</p>` : ''}
    <p><button type="button" id="retry" class="primary">${t('error.retry')}</button>
      ${clear && status >= 400 && status < 500 ? html` <a class="button" href="${clear}">${words}</a>` : ''}</p></div>`;
}

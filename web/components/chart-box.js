// @ts-check
import { mountChart } from '../charts/mount.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/**
 * Draws a chart in its box. Where it cannot be drawn the box says so, and the table below holds everything.
 * @param {HTMLElement} element @param {import('../charts/mount.js').Build} build @param {import('../main.js').Context} ctx
 */
export function showChart(element, build, ctx) {
  const chart = mountChart(element, build, { open: ctx.open, print: ctx.state.print === '1' });
  const ready = chart.ready.catch(error => {
    console.error(error);
    element.removeAttribute('role');
    element.removeAttribute('aria-label');
    element.classList.add('off');
    element.innerHTML = String(html`<p class="quiet">${t('chart.failed')}</p>`);
  });
  return { ...chart, ready };
}

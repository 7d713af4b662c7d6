// @ts-check
import { cancelImport } from '../api-work.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** Those that were asked to stop and have not come to it yet. @type {Set<string>} */
const stopping = new Set();

/** The button that stops an import, while there is something to stop. @param {import('../types.js').ImportJob} job */
export function stopButton(job) {
  if (job.status !== 'queued' && job.status !== 'running') return '';
  const button = stopping.has(job.id) ? html`<button type="button" class="stop-import" data-import="${job.id}" disabled>${t('job.stopping')}</button>`
    : html`<button type="button" class="stop-import" data-import="${job.id}">${t('job.stop')}</button>`;
  return html`<p>${button} <span class="quiet">${t('job.stopNote')}</span></p>`;
}

/** Lets the button inside work, however often it is drawn anew. @param {HTMLElement} element */
export function watchStop(element) {
  element.addEventListener('click', event => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button.stop-import');
    if (!(button instanceof HTMLButtonElement)) return;
    const id = button.dataset.import ?? '';
    stopping.add(id);
    button.disabled = true;
    button.textContent = t('job.stopping');
    // How it ends is told where the import is followed.
    cancelImport(id).catch(() => {
      stopping.delete(id);
      // It may have been drawn anew meanwhile.
      const drawn = document.querySelector(`button.stop-import[data-import="${id}"]`);
      if (!(drawn instanceof HTMLButtonElement)) return;
      drawn.disabled = false;
      drawn.textContent = t('job.stop');
    });
  });
}

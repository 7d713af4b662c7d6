// @ts-check
import { cancelImport } from '../api-work.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** The button that stops an import, while there is something to stop. @param {import('../types.js').ImportJob} job */
export const stopButton = job => job.status === 'queued' || job.status === 'running'
  ? html`<p><button type="button" class="stop-import" data-import="${job.id}">${t('job.stop')}</button> <span class="quiet">${t('job.stopNote')}</span></p>` : '';

/** Lets the button inside work, however often it is drawn anew. @param {HTMLElement} element */
export function watchStop(element) {
  element.addEventListener('click', event => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button.stop-import');
    if (!(button instanceof HTMLButtonElement)) return;
    button.disabled = true;
    // How it ends is told where the import is followed.
    cancelImport(button.dataset.import ?? '').catch(() => { button.disabled = false; });
  });
}

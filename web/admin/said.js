// @ts-check
import { instantName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** Who said something, when and why. @param {import('../types.js').Deed} deed */
export const said = deed => html`<span class="under">${deed.actor} · ${instantName(deed.at)}</span>${deed.reason ? html`<span class="under quiet">${deed.reason}</span>` : ''}`;

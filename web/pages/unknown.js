// @ts-check
/** An address that is no page: says so, with the way to the first one. */
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('unknown');

/** @type {import('../main.js').Page} */
export const page = {
  name: 'unknown',
  keys: {},
  load: async () => null,
  render(main, ctx) {
    main.innerHTML = String(html`<h1>${t('page.unknown')}</h1>
      <div class="notice"><p>${t('unknown.address', { path: location.pathname })}</p><p><a href="${ctx.link('/')}">${t('unknown.action')}</a></p></div>`);
    return {};
  },
};

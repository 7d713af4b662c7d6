// @ts-check
/** What a person decides is asked with the name and the reason, and told where it could not be taken down. */
import { ApiError, postDecision } from '../api.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { tell } from './links.js';

await withTexts('standards');

const REVIEWER = 'plumbline.reviewer';
const kept = () => { try { return localStorage.getItem(REVIEWER) ?? ''; } catch { return ''; } };
const keep = (/** @type {string} */ name) => { try { localStorage.setItem(REVIEWER, name); } catch { /* private window */ } };

/**
 * A form that folds out: its own fields, then who decides and why.
 * @param {{id: string, title: string, note?: string, fields?: unknown, go: string, hidden?: Record<string, string>}} form
 */
export function decisionForm({ id, title, note = '', fields = '', go, hidden = {} }) {
  return html`<details class="decision" id="${id}"><summary>${title}</summary><form data-decision="${id}">
    ${note ? html`<p class="quiet">${note}</p>` : ''}${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <div class="decision-fields">${fields}
      <label class="field"><span>${t('decision.actor')}</span><input name="actor" required autocomplete="name" value="${kept()}"></label>
      <label class="field wide"><span>${t('decision.reason')}</span><input name="reason" required autocomplete="off"></label>
      <button class="primary">${go}</button></div>
    <p class="fault" role="alert" hidden></p></form></details>`;
}

/**
 * Sends the forms of a page and shows the page anew when a decision was taken down.
 * @param {HTMLElement} main @param {import('../main.js').Context} ctx
 * @param {(fields: Record<string, string>, id: string) => {what: 'phases' | 'targets' | 'dismissals', decision: object}} decided
 */
export function onDecision(main, ctx, decided) {
  // On the forms, which go with the page; the page's element stays.
  main.querySelectorAll('form[data-decision]').forEach(each => each.addEventListener('submit', async event => {
    const form = /** @type {HTMLFormElement} */ (each);
    event.preventDefault();
    const fault = /** @type {HTMLElement} */ (form.querySelector('.fault'));
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
    const fields = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    const { what, decision } = decided(fields, form.dataset.decision ?? '');
    fault.hidden = true;
    button.disabled = true;
    try {
      await postDecision(what, { ...decision, actor: fields.actor, reason: fields.reason });
      keep(fields.actor);
      ctx.stale();
      tell(t('decision.done'));
      ctx.go({});
    } catch (error) {
      button.disabled = false;
      fault.hidden = false;
      const faults = error instanceof ApiError ? error.problem?.errors ?? [] : [];
      fault.textContent = faults.length ? faults.map(f => t('error.fault', f)).join(t('list.semicolon')) : t('desk.notSent');
    }
  }));
}

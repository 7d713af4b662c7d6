// @ts-check
/** Walks through the points of a chart one by one, for the keyboard and for screen readers. */
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** @typedef {{ref: string, text: string, group: string}} Stop */

/** @param {Stop[]} stops @param {string} [of] which of the page's charts, where there are several */
export function stepper(stops, of = '') {
  const groups = [...new Set(stops.map(s => s.group))];
  return html`<div class="stepper" role="group" aria-label="${t('stepper.title')}">
    ${groups.length > 1 ? html`<label class="field"><span>${t('stepper.series')}</span><select id="step-group${of}">${
      groups.map(g => html`<option>${g}</option>`)}</select></label>` : ''}
    <button type="button" id="step-back${of}">◀ ${t('stepper.back')}</button>
    <output id="step-text${of}" aria-live="polite">${t('stepper.idle')}</output>
    <button type="button" id="step-on${of}">${t('stepper.on')} ▶</button>
    <button type="button" id="step-open${of}" disabled>${t('stepper.open')}</button></div>`;
}

/**
 * @param {Element} root @param {Stop[]} stops
 * @param {{highlight: (ref: string) => void, open: (ref: string) => void}} act @param {string} [of]
 */
export function startStepper(root, stops, act, of = '') {
  const part = (/** @type {string} */ id) => /** @type {any} */ (root.querySelector(`#${id}${of}`));
  const [back, on, open, text, group] = ['step-back', 'step-on', 'step-open', 'step-text', 'step-group'].map(part);
  const listed = () => group ? stops.filter(s => s.group === group.value) : stops;
  let at = -1;
  const show = () => {
    const list = listed();
    // aria-disabled, not disabled: a button that loses the focus while being pressed strands the keyboard.
    back.setAttribute('aria-disabled', String(at <= 0));
    on.setAttribute('aria-disabled', String(at >= list.length - 1));
    open.disabled = at < 0;
    if (at < 0) return;
    text.textContent = list[at].text;
    act.highlight(list[at].ref);
  };
  const move = (/** @type {number} */ by) => {
    const last = listed().length - 1;
    at = at < 0 ? last : Math.min(last, Math.max(0, at + by));
    show();
  };
  back.addEventListener('click', () => move(-1));
  on.addEventListener('click', () => move(1));
  open.addEventListener('click', () => act.open(listed()[at].ref));
  group?.addEventListener('change', () => { at = -1; text.textContent = t('stepper.idle'); show(); });
  show();
}

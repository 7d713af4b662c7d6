// @ts-check
/** What a reader who finds a number wrong can do about it: a note with all that whoever corrects it needs, ready to be sent. Plumbline sends no mail. */
import { dateName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('card');

/** @param {string} citation the number with all that is needed to find it again @param {import('../main.js').Context} ctx */
export const wrongForm = (citation, ctx) => html`<details class="each wrong" data-citation="${citation}"><summary>${t('wrong.title')}</summary>
  <p class="quiet">${t('wrong.about')} <a href="${ctx.link('/reports')}">${t('wrong.correct')}</a></p>
  <label class="field" for="wrong-what">${t('wrong.what')}<textarea id="wrong-what" rows="3" aria-describedby="wrong-fault"></textarea></label>
  <p class="fault" id="wrong-fault" role="alert"></p>
  <label class="field" for="wrong-who">${t('wrong.who')}<input id="wrong-who" autocomplete="name"></label>
  <p class="buttons"><button type="button" id="wrong-copy">${t('wrong.copy')}</button></p></details>`;

/** The note: which number, what is wrong with it, who says so and when. @param {string} citation @param {string} what @param {string} who @param {string} day */
export const wrongNote = (citation, what, who, day) => t('wrong.note', { citation, what, who: who || t('wrong.nobody'), date: dateName(day) });

/** The button has the note once something is said; without that it says what is missing. @param {Element} root */
export function startWrong(root) {
  const form = /** @type {HTMLElement | null} */ (root.querySelector('.wrong'));
  if (!form) return;
  const part = (/** @type {string} */ id) => /** @type {any} */ (form.querySelector(`#wrong-${id}`));
  const write = () => {
    const what = part('what').value.trim();
    if (what) {
      part('copy').dataset.copy = wrongNote(form.dataset.citation ?? '', what, part('who').value.trim(), new Date().toISOString().slice(0, 10));
      part('fault').textContent = '';
    } else delete part('copy').dataset.copy;
  };
  form.addEventListener('input', write);
  part('copy').addEventListener('click', () => {
    if (part('copy').dataset.copy) return;
    part('fault').textContent = t('wrong.missing');
    part('what').focus();
  });
}

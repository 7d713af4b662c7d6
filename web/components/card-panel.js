// @ts-check
/** The panel beside the chart (a sheet on phones) that shows what the part of the address after # names. */
import { getFigure, getFigures } from '../api.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { periodName } from '../format.js';
import { departmentName } from '../catalog.js';
import { failure } from './notice.js';
import { figureCard, pointCard } from './figure-card.js';
import { showCells } from './sheet-cells.js';
import { showWhy } from './why.js';
import { startWrong } from './wrong.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('./figure-card.js').NamedPoint} NamedPoint */

/** @typedef {import('../types.js').Question} Question */

const MOST_PARTS = 200;

/** The value a figure speaks of; of a free range there is none. @param {import('../types.js').Figure} f @returns {Question | null} */
const questionOf = f => f.from ? null
  : { metric: f.metric, department: f.department, category: f.category, period: f.period, basis: f.basis };

/** @param {HTMLElement} aside @param {() => void} close */
export function cardPanel(aside, close) {
  let showing = '';
  /** @type {Element | null} */
  let opener = null;

  document.addEventListener('keydown', event => { if (event.key === 'Escape' && !aside.hidden) close(); });
  aside.addEventListener('click', event => {
    if (/** @type {HTMLElement} */ (event.target).closest('#card-close')) close();
  });

  /** @param {string} title @param {unknown} body */
  const fill = (title, body) => {
    aside.innerHTML = String(html`<div class="card-head"><h2 id="card-title" tabindex="-1">${title}</h2>
      <button type="button" id="card-close" aria-label="${t('card.close')}">×</button></div><div class="card-body">${body}</div>`);
    startWrong(aside);
    // A long row of a form is shown from its lit field on.
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (aside.querySelectorAll('.form mark'))) {
      const region = mark.closest('.scroll');
      if (region) region.scrollLeft += mark.getBoundingClientRect().left - region.getBoundingClientRect().left - region.clientWidth / 2;
    }
  };
  /** The first part of a number that rests on others, so that Enter leads on to its words; else the title. */
  const focusStart = () => /** @type {HTMLElement | null} */ (aside.querySelector('.parts a') ?? document.getElementById('card-title'))?.focus({ preventScroll: true });

  /** What is read, and then why its value changed. @param {string} token @param {string} title @param {() => Promise<[string, unknown, (Question | null)]>} read @param {Context} ctx */
  const load = async (token, title, read, ctx) => {
    /** @type {Question | null} */
    let question = null;
    try {
      const [name, body, about] = await read();
      if (showing !== token) return;
      fill(name, body);
      question = about;
    } catch (error) {
      if (showing !== token) return;
      fill(title, failure(error, ''));
      document.getElementById('retry')?.addEventListener('click', () => load(token, title, read, ctx));
    }
    focusStart();
    const failed = (/** @type {unknown} */ error) => { if (showing === token) tellFailure(error); };
    await Promise.all([showCells(aside, ctx).catch(failed), question && showWhy(aside, question, ctx).catch(failed)]);
  };

  /** The evidence stays; what could not be read is told below it. @param {unknown} error */
  const tellFailure = error => aside.querySelector('.card-body')?.insertAdjacentHTML('beforeend', String(failure(error, '')));

  /** @param {string} id @param {Context} ctx */
  const figure = (id, ctx) => load(id, t('card.title'), async () => {
    const f = await getFigure(id, ctx.query);
    return [t('card.heading', { department: departmentName(ctx.catalog, f.department), period: periodName(f.period) }), figureCard(f, ctx), questionOf(f)];
  }, ctx);

  /** @param {string} token @param {NamedPoint} named @param {Context} ctx */
  const parts = (token, named, ctx) => {
    fill(named.title, pointCard(named, null, token, ctx));
    return load(token, named.title, async () => {
      const { figures } = named.point.figures.length
        ? await getFigures(named.point.figures.slice(0, MOST_PARTS), ctx.query) : { figures: [] };
      return [named.title, pointCard(named, figures, token, ctx), named.question];
    }, ctx);
  };

  return {
    /** @param {{kind: string, id: string} | null} target @param {Context} ctx @param {(ref: string) => NamedPoint | null} resolve @returns {Promise<unknown> | undefined} */
    show(target, ctx, resolve) {
      const token = target ? target.id : '';
      if (!target) { this.hide(); return; }
      if (aside.hidden) opener = document.activeElement;
      showing = token;
      aside.hidden = false;
      document.body.classList.add('with-card');
      if (target.kind === 'fig') return figure(target.id, ctx);
      const named = resolve(target.id);
      if (!named) { this.hide(); return; }
      if (named.point.figures.length === 1 && named.point.method === 'stated' && !named.point.conflict && !named.point.balance) return figureOfPoint(token, named, ctx);
      return parts(token, named, ctx);
    },
    hide() {
      if (aside.hidden) return;
      showing = '';
      aside.hidden = true;
      aside.textContent = '';
      document.body.classList.remove('with-card');
      const back = opener?.isConnected ? opener : document.getElementById('step-open');
      /** @type {HTMLElement | null} */ (back)?.focus({ preventScroll: true });
    },
  };

  /** A point that one figure states opens this figure at once. @param {string} token @param {NamedPoint} named @param {Context} ctx */
  function figureOfPoint(token, named, ctx) {
    return load(token, named.title, async () => {
      const f = await getFigure(named.point.figures[0], ctx.query);
      return [named.title, figureCard(f, ctx), named.question];
    }, ctx);
  }
}

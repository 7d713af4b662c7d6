// @ts-check
/** The desk at work: what is at hand, what the keys do, what is sent. */
import { getDesk, postAttribution, postMark, postRereading, postVerdict } from '../api-work.js';
import { ApiError } from '../api.js';
import { metricOf } from '../catalog.js';
import { tell } from '../components/links.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { readHash } from '../state.js';
import { deskSheet, entryCard, queueList } from './entry.js';
import { attributionForm, attributionLine, categorySelect, editForm, periodIn, reasonForm } from './forms.js';
import { deskSentence, inOrder, isOpen, nextOpen, reached } from './queue.js';
import { chosenIn } from './spans.js';
import { deskText } from './text.js';

/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').DeskAnswer} DeskAnswer */
/** @typedef {import('../main.js').Context} Context */

const NAME = 'plumbline.reviewer';
const LETTERS = 'plumbline.letters';
const CONTROLS = 'input, select, textarea, button, a, summary, [contenteditable]';

/**
 * @param {HTMLElement} root @param {Context} ctx @param {DeskAnswer} first
 * @returns {{dispose: () => void}}
 */
export function startDesk(root, ctx, first) {
  const { catalog } = ctx;
  const mayJudge = !ctx.state.at;
  let desk = first;
  let ordered = inOrder(desk.proposals);
  let here = startAt();
  let sending = false;
  /** @type {{start: number, end: number, words: string} | null} */
  let chosen = null;
  /** What was judged in this sitting, newest last. @type {string[]} */
  const judged = [];
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const current = () => ordered.find(p => p.id === here);
  const kept = (/** @type {string} */ key) => { try { return localStorage.getItem(key) ?? ''; } catch { return ''; } };
  const keep = (/** @type {string} */ key, /** @type {string} */ value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };

  /** What the address names, else the first that awaits a person. */
  function startAt() {
    const id = readHash(location.hash)?.id ?? '';
    return (ordered.find(p => p.id === id || p.standing?.id === id) ?? ordered.find(isOpen) ?? ordered[0])?.id ?? '';
  }

  function frame() {
    root.innerHTML = String(html`<section class="desk-text" aria-labelledby="text-title"><h2 id="text-title">${t('report.text')}</h2>
      <p id="chosen" class="chosen" hidden><button type="button" data-act="mark" class="primary">${t('desk.mark')} <kbd>M</kbd></button> <span lang="zh-CN"></span></p>
      ${deskText(desk)}</section>
      <section class="desk-side" aria-labelledby="side-title"><div class="desk-head" data-phone="${t('desk.phone')}"><h2 id="side-title">${t('desk.title')}</h2>
      <p id="desk-progress" class="quiet"></p><progress id="desk-bar" aria-labelledby="side-title"></progress>
      ${mayJudge ? html`<div class="filters tools"><label class="field" for="reviewer"><span>${t('desk.reviewer')}</span><input id="reviewer" autocomplete="name" maxlength="80" value="${kept(NAME)}"></label>
        <label class="check"><input type="checkbox" id="letters" ${kept(LETTERS) === 'off' ? '' : html`checked`}> <span>${t('desk.letters')}</span></label></div>` : html`<p class="notice">${t('desk.past')}</p>`}
      <p class="whose"><span id="whose"></span> ${mayJudge ? html`<button type="button" data-act="attribute">${t('desk.change')}</button>` : ''}</p></div>
      ${mayJudge && desk.differences ? html`<div class="notice"><p>${t('desk.differences', { count: desk.differences })}</p><button type="button" data-act="reread">${t('desk.reread')}</button></div>` : ''}
      ${mayJudge ? attributionForm(desk, catalog, !attributed()) : ''}
      <div id="entry" aria-live="off"></div><h3 id="queue-title">${t('desk.queue')}</h3><div id="queue-box" role="region" aria-labelledby="queue-title" tabindex="0"></div>
      ${asides()}</section>${ordered.length ? deskSheet(ordered, catalog) : ''}`);
    if (mayJudge) {
      part('#reviewer').addEventListener('change', event => keep(NAME, /** @type {HTMLInputElement} */ (event.target).value.trim()));
      part('#reviewer').addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); (attributed() ? part('#entry-title') : part('#edit-department'))?.focus(); } });
      part('#letters').addEventListener('change', event => keep(LETTERS, /** @type {HTMLInputElement} */ (event.target).checked ? '' : 'off'));
      part('#attribution').addEventListener('submit', attribute);
    }
    refresh(false);
  }

  const attributed = () => Boolean(desk.stated.department && desk.stated.period);

  /** Numbers the reader passed over; one of them may be a figure all the same. */
  function asides() {
    const points = Array.from(desk.text);
    const list = desk.asides.filter(a => a.decision !== 'reject' || !['time', 'fixed', 'article', 'ordinal', 'enumerator'].includes(a.rule));
    return list.length ? html`<details class="each" id="asides"><summary>${t('desk.asides', { count: list.length })}</summary><ul class="asides">${list.map(a =>
      html`<li><span lang="zh-CN">${points.slice(a.start, a.end).join('')}</span> <span class="quiet">${t(`aside.${a.decision}`)}</span>
      ${mayJudge ? html`<button type="button" data-act="aside" data-start="${a.start}" data-end="${a.end}">${t('desk.isCount')}</button>` : ''}</li>`)}</ul></details>` : '';
  }

  /** Everything on the right, and the marks on the left, as the answer has them. @param {boolean} focus */
  function refresh(focus) {
    const r = reached(desk.proposals);
    part('#desk-progress').textContent = `${r.done}/${r.all}`;
    const lede = root.closest('main')?.querySelector('.lede p');
    if (lede) lede.textContent = deskSentence(desk.proposals);
    const bar = /** @type {HTMLProgressElement} */ (part('#desk-bar'));
    bar.max = Math.max(1, r.all); bar.value = r.done;
    for (const id of ['desk-progress', 'desk-bar', 'queue-title', 'queue-box']) part(`#${id}`).hidden = r.all === 0;
    const change = root.querySelector('[data-act="attribute"]');
    if (change) /** @type {HTMLElement} */ (change).hidden = !attributed();
    part('#whose').innerHTML = String(attributionLine(desk, catalog));
    part('#queue-box').innerHTML = String(queueList(ordered, here, catalog));
    const p = current();
    part('#entry').innerHTML = String(p ? entryCard(p, catalog, mayJudge) : html`<p class="quiet">${deskSentence(desk.proposals)}</p>`);
    for (const mark of root.querySelectorAll('[data-proposal]')) {
      const of = desk.proposals.find(each => each.id === mark.getAttribute('data-proposal'));
      mark.className = `seen ${of?.status ?? ''} risk-${of?.risk ?? ''}${of?.id === here ? ' here' : ''}`;
      if (of?.standing) mark.setAttribute('data-figure', of.standing.id); else mark.removeAttribute('data-figure');
    }
    if (focus) part('#entry-title')?.focus({ preventScroll: true });
    reveal();
  }

  /** The words at hand come into view, in both columns. */
  function reveal() {
    requestAnimationFrame(() => {
      const mark = root.querySelector('mark.here');
      const at = mark?.getBoundingClientRect();
      if (at && (at.top < 120 || at.bottom > innerHeight - 80)) mark?.scrollIntoView({ block: 'center' });
      const row = /** @type {HTMLElement | null} */ (root.querySelector('#queue [aria-current]'));
      const box = part('#queue-box');
      if (!row || box.scrollHeight <= box.clientHeight) return;
      const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (top < 0 || top + row.offsetHeight > box.clientHeight) box.scrollTop += top - box.clientHeight / 3;
    });
  }

  /** @param {string} id */
  function go(id) {
    if (!id) return;
    here = id;
    refresh(true);
  }

  /** @param {number} steps */
  function step(steps) {
    const at = ordered.findIndex(p => p.id === here);
    go(ordered[Math.min(ordered.length - 1, Math.max(0, at + steps))]?.id ?? '');
  }

  /** The name of whoever sits here; asks for it where it is not known. */
  function reviewer() {
    const input = /** @type {HTMLInputElement} */ (part('#reviewer'));
    const name = input.value.trim();
    if (!name) { fault(t('desk.needName')); input.focus(); }
    return name;
  }

  /** @param {string} text */
  function fault(text) {
    const place = root.querySelector('#entry-fault') ?? root.querySelector('#attribution .fault');
    if (place) place.textContent = text; else tell(text);
  }

  /** What the server would not take, in words. @param {unknown} error */
  function refused(error) {
    if (error instanceof ApiError && error.problem) {
      const [first] = error.problem.errors ?? [];
      if (first?.parameter === 'seen') { lookAgain(); return; }
      const code = first?.parameter === 'actor' && error.status === 409 ? 'desk.samePerson'
        : error.status === 409 && first?.parameter === 'value' ? 'desk.contradicts' : '';
      fault(code ? t(code, { found: first.found }) : first ? `${first.found ? `${first.found}${t('list.colon')}` : ''}${first.accepted}` : error.message);
      if (code === 'desk.contradicts') show(reasonForm('correct'), 'correct');
    } else {
      fault(t('desk.notSent'));
    }
  }

  /** Somebody else has judged meanwhile: what they said is shown, and nothing is said over it. */
  async function lookAgain() {
    try {
      desk = await getDesk(desk.report.id, {});
    } catch { fault(t('desk.notSent')); return; }
    ordered = inOrder(desk.proposals);
    ctx.stale();
    refresh(true);
    const last = current()?.verdicts.at(-1);
    if (last) fault(t('desk.meanwhile', { actor: last.actor, verdict: t(`verdict.${last.kind}`) }));
  }

  /** @param {(actor: string) => Promise<DeskAnswer>} send @param {(before: string) => void} then */
  async function say(send, then) {
    const actor = reviewer();
    if (!actor || sending) return;
    sending = true;
    root.setAttribute('aria-busy', 'true');
    try {
      const before = here;
      desk = await send(actor);
      ordered = inOrder(desk.proposals);
      ctx.stale();
      then(before);
    } catch (error) { refused(error); } finally { sending = false; root.removeAttribute('aria-busy'); }
  }

  /** @param {string} verdict @param {Record<string, unknown>} [more] */
  function judge(verdict, more = {}) {
    const p = current();
    if (!p) return;
    if (verdict === 'confirm' && !attributed()) { askWhose(); return; }
    say(actor => postVerdict(desk.report.id, { proposal: p.id, verdict, actor, seen: p.verdicts.length, ...more }), before => {
      judged.push(before);
      const next = verdict === 'reopen' ? null : nextOpen(ordered, before);
      here = next?.id ?? before;
      refresh(true);
      tell(next ? t('desk.judged', { verdict: t(`verdict.${verdict}`) }) : deskSentence(desk.proposals));
    });
  }

  function undo() {
    const id = judged.pop() ?? here;
    const p = ordered.find(each => each.id === id);
    if (!p?.verdicts.length) { fault(t('desk.nothingToUndo')); return; }
    say(actor => postVerdict(desk.report.id, { proposal: id, verdict: 'reopen', actor, seen: p.verdicts.length, reason: t('desk.undone') }), () => {
      here = id;
      refresh(true);
      tell(t('verdict.reopen'));
    });
  }

  function askWhose() {
    part('#attribution').hidden = false;
    fault(t('desk.whoseFirst'));
    part('#edit-department').focus();
  }

  /** @param {SubmitEvent} event */
  function attribute(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    say(actor => postAttribution(desk.report.id, { department: String(data.get('department')), period: periodIn(data), actor }), () => {
      frame();
      part('#attribution').hidden = true;
      part('#entry-title')?.focus({ preventScroll: true });
    });
  }

  /** Opens a form under the proposal. @param {unknown} form @param {string} kind */
  function show(form, kind) {
    const place = part('#entry-form');
    place.innerHTML = String(form);
    const inside = /** @type {HTMLFormElement} */ (place.querySelector('form'));
    inside.addEventListener('submit', event => { event.preventDefault(); submitted(kind, new FormData(inside)); });
    const metric = /** @type {HTMLSelectElement | null} */ (inside.querySelector('#edit-metric'));
    metric?.addEventListener('change', () => {
      part('#edit-categories').querySelector('select')?.replaceWith(fromHtml(categorySelect(catalog, metric.value, '')));
      part('#edit-basis').innerHTML = String(html`${(metricOf(catalog, metric.value)?.kind === 'stock' ? ['at_end'] : ['in_period', 'to_date']).map(b =>
        html`<option value="${b}">${t(`basis.${b}`)}</option>`)}`);
    });
    /** @type {HTMLElement | null} */ (inside.querySelector('input, select'))?.focus();
    inside.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} kind @param {FormData} data */
  function submitted(kind, data) {
    const said = (/** @type {string} */ key) => String(data.get(key) ?? '').trim();
    if (kind === 'edit') {
      if (!attributed()) { askWhose(); return; }
      judge('confirm', { reason: said('reason'), remember: said('remember') ? said('word') : '',
        fields: { value: said('value'), metric: said('metric'), category: said('category'), period: periodIn(data), basis: said('basis') } });
    } else if (kind === 'correct') judge('confirm', { reason: said('reason') });
    else judge(kind, { instead: said('why') === t('why.form_right') ? current()?.against.find(f => f.review === 'unconfirmed')?.id ?? '' : '', reason: [said('why'), said('reason')].filter(Boolean).join(t('list.colon')) });
  }

  /** @type {Record<string, () => void>} */
  const acts = {
    confirm: () => {
      const p = current();
      if (!p || p.status === 'confirmed') { step(1); return; }
      if (p.against.length) show(reasonForm('correct'), 'correct');
      else if (!p.key && attributed()) show(editForm(p, desk, catalog), 'edit');
      else judge('confirm');
    },
    edit: () => { const p = current(); if (p) show(editForm(p, desk, catalog), 'edit'); },
    no_count: () => { const p = current(); if (p) show(reasonForm('no_count', p.against.length ? 'form_right' : ''), 'no_count'); },
    query: () => show(reasonForm('query'), 'query'),
    undo,
    cancel: () => { part('#entry-form').textContent = ''; part('#entry-title')?.focus({ preventScroll: true }); },
    attribute: () => { part('#attribution').hidden = false; part('#edit-department').focus(); },
    reread: () => say(actor => postRereading(desk.report.id, actor), () => { here = ordered.find(isOpen)?.id ?? here; frame(); }),
    mark: () => { if (chosen) mark(chosen.start, chosen.end); },
  };

  /** @param {number} start @param {number} end */
  function mark(start, end) {
    const known = new Set(desk.proposals.map(p => p.id));
    say(actor => postMark(desk.report.id, { start, end, actor }), () => {
      here = desk.proposals.find(p => !known.has(p.id))?.id ?? here;
      getSelection()?.removeAllRanges();
      frame();
      acts.edit();
    });
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const goes = target.closest('[data-go]') ?? (getSelection()?.isCollapsed ? target.closest('[data-proposal]') : null);
    if (goes) { go(goes.getAttribute('data-go') ?? goes.getAttribute('data-proposal') ?? ''); return; }
    const act = /** @type {HTMLElement | null} */ (target.closest('[data-act]'));
    if (act?.dataset.act === 'aside') mark(Number(act.dataset.start), Number(act.dataset.end));
    else if (act && mayJudge) acts[act.dataset.act ?? '']?.();
  }

  const KEYS = { e: 'edit', x: 'no_count', q: 'query', u: 'undo', m: 'mark' };

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape' && root.querySelector('#entry-form form')) { event.preventDefault(); event.stopPropagation(); acts.cancel(); return; }
    const queued = target.closest('#queue');
    if (target.closest(CONTROLS) && !(queued && event.key !== 'Enter')) return;
    if (document.getElementById('card')?.contains(target)) return;
    const lettersOn = mayJudge && /** @type {HTMLInputElement} */ (part('#letters')).checked;
    const act = KEYS[/** @type {keyof typeof KEYS} */ (event.key.toLowerCase())];
    if (event.key === 'ArrowDown' && inDesk(target) || lettersOn && event.key.toLowerCase() === 'j') step(1);
    else if (event.key === 'ArrowUp' && inDesk(target) || lettersOn && event.key.toLowerCase() === 'k') step(-1);
    else if (event.key === 'Enter' && mayJudge && current()) root.querySelector('#entry-form form') ? undefined : acts.confirm();
    else if (act && lettersOn) acts[act]();
    else return;
    event.preventDefault();
  }

  /** Arrows scroll the page elsewhere. @param {HTMLElement} target */
  const inDesk = target => Boolean(target.closest('.desk-side'));

  function selected() {
    const text = root.querySelector('#desk-text');
    if (!mayJudge || !text) return;
    chosen = chosenIn(getSelection(), text);
    const offer = part('#chosen');
    offer.hidden = !chosen;
    /** @type {HTMLElement} */ (offer.querySelector('span')).textContent = chosen ? `“${chosen.words}”` : '';
  }

  frame();
  root.addEventListener('click', clicked);
  document.addEventListener('keydown', pressed);
  document.addEventListener('selectionchange', selected);
  if (mayJudge && ordered.some(isOpen)) part('#entry-title')?.focus({ preventScroll: true });
  return { dispose() {
    root.removeEventListener('click', clicked);
    document.removeEventListener('keydown', pressed);
    document.removeEventListener('selectionchange', selected);
  } };
}

/** @param {unknown} markup @returns {Element} */
function fromHtml(markup) {
  const holder = document.createElement('template');
  holder.innerHTML = String(markup);
  return /** @type {Element} */ (holder.content.firstElementChild);
}

// @ts-check
/** One form of administration, from its fields to what it did: preview, conflict, faults, the code that is typed, saving. */
import { postAdministration } from '../api-work.js';
import { failure } from '../components/notice.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { conflictTable, told } from './told.js';

await withTexts('admin');

/** @typedef {import('./acts.js').Act} Act */
/** @typedef {import('./acts.js').Field} Field */
/** @typedef {import('../main.js').Context} Context */

const NAME = 'plumbline.reviewer';
const kept = () => { try { return localStorage.getItem(NAME) ?? ''; } catch { return ''; } };
const keep = (/** @type {string} */ name) => { try { localStorage.setItem(NAME, name); } catch { /* private window */ } };

/** The form, with who and why at its end. @param {Act} act @param {string} back where it is left to */
export function changeForm(act, back) {
  const fields = [...act.fields, ...ends()];
  return html`<section class="figure admin-edit" aria-labelledby="admin-title"><h2 id="admin-title" tabindex="-1">${act.title}</h2>
    ${act.intro ? html`<p class="standing">${act.intro}</p>` : ''}
    <div id="admin-faults" class="notice error" role="alert" tabindex="-1" hidden></div>
    <form id="admin-form" novalidate>${fields.map(control)}
    <p class="buttons"><button id="admin-preview" class="primary">${t('admin.preview')}</button> <a class="button" href="${back}">${t('desk.cancel')}</a></p></form>
    <div id="admin-told" aria-live="polite"></div></section>
    <p class="notice admin-phone">${t('admin.phone')}</p>`;
}

/** @returns {Field[]} */
const ends = () => [
  { name: 'reason', at: ['reason'], kind: 'text', label: t('admin.field.reason'), hint: t('admin.reasonHint') },
  { name: 'actor', at: ['actor'], kind: 'text', label: t('admin.field.actor'), value: kept() },
];

/** @param {Field} f */
function control(f) {
  const id = `admin-${f.name}`;
  const about = `${id}-hint ${id}-fault`;
  const hint = html`${f.hint ? html`<span class="quiet" id="${id}-hint">${f.hint}</span>` : ''}<span class="fault" id="${id}-fault"></span>`;
  const label = html`<span class="label">${f.label}${f.optional ? html` <span class="quiet">${t('admin.optional')}</span>` : ''}</span>`;
  if (f.kind === 'yes') {
    return html`<div class="admin-field"><label class="check" for="${id}">${f.value ? html`<input type="checkbox" id="${id}" name="${f.name}" value="yes" aria-describedby="${about}" checked>`
      : html`<input type="checkbox" id="${id}" name="${f.name}" value="yes" aria-describedby="${about}">`}<span>${f.label}</span></label>${hint}</div>`;
  }
  if (f.kind === 'checks') {
    return html`<fieldset class="admin-field admin-checks" id="${id}" tabindex="-1" aria-describedby="${about}"><legend>${label}</legend>${hint}<div class="admin-list">${(f.choices ?? []).map(c =>
      html`<label class="check">${c.value === f.value ? html`<input type="checkbox" name="${f.name}" value="${c.value}" checked>` : html`<input type="checkbox" name="${f.name}" value="${c.value}">`}<span>${c.text}</span></label>`)}</div></fieldset>`;
  }
  return html`<div class="admin-field"><label for="${id}">${label}</label>${input(f, id, about)}${hint}</div>`;
}

/** @param {Field} f @param {string} id @param {string} about */
function input(f, id, about) {
  if (f.kind === 'area') return html`<textarea id="${id}" name="${f.name}" rows="4" lang="zh-CN" aria-describedby="${about}">${f.value ?? ''}</textarea>`;
  if (f.kind === 'select') {
    const options = (f.choices ?? []).map(c => c.value === (f.value ?? '') ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`);
    return f.locked ? html`<select id="${id}" name="${f.name}" aria-describedby="${about}" disabled>${options}</select>`
      : html`<select id="${id}" name="${f.name}" aria-describedby="${about}">${options}</select>`;
  }
  return html`<input id="${id}" name="${f.name}" type="${f.kind === 'date' ? 'date' : 'text'}" autocomplete="off" maxlength="${f.name === 'actor' ? 80 : 500}" value="${f.value ?? ''}" aria-describedby="${about}">`;
}

/** @param {HTMLFormElement} form @returns {import('./acts.js').Values} */
function valuesOf(form) {
  const data = new FormData(form);
  const all = Object.fromEntries([...new Set([...data.keys()])].map(key => [key, String(data.get(key)).trim()]));
  return /** @type {any} */ ({ ...all, list: (/** @type {string} */ name) => data.getAll(name).map(String) });
}

/**
 * @param {HTMLElement} main @param {Context} ctx @param {Act} act @param {number} base number of the import the form was filled from
 * @param {(answer: import('../types.js').AdministrationChanged) => void} done
 */
export function startChange(main, ctx, act, base, done) {
  const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (main.querySelector(`#${id}`));
  const form = /** @type {HTMLFormElement} */ (part('admin-form'));
  const fields = [...act.fields, ...ends()];
  let since = base;
  let sending = false;
  /** @type {{body: object, answer: import('../types.js').AdministrationChanged} | undefined} */
  let previewed;

  const clear = () => {
    part('admin-faults').hidden = true;
    fields.forEach(f => { part(`admin-${f.name}-fault`).textContent = ''; part(`admin-${f.name}`).removeAttribute('aria-invalid'); });
  };

  /** @param {{field: Field | undefined, text: string}[]} faults */
  const tell = faults => {
    const box = part('admin-faults');
    box.innerHTML = String(html`<p><b>${t('admin.faults', { count: faults.length })}</b></p><ul>${faults.map(f => html`<li>${f.field
      ? html`<a href="#admin-${f.field.name}" data-focus="admin-${f.field.name}">${f.field.label}</a>${t('list.colon')}` : ''}${f.text}</li>`)}</ul>`);
    box.hidden = false;
    faults.forEach(({ field, text }) => {
      if (!field) return;
      const at = part(`admin-${field.name}-fault`);
      at.textContent = [at.textContent, text].filter(Boolean).join(' ');
      part(`admin-${field.name}`).setAttribute('aria-invalid', 'true');
    });
    box.focus();
  };

  /** What is missing before anything is sent. @param {import('./acts.js').Values} v */
  const missing = v => fields.filter(f => !f.optional && !f.locked && f.kind !== 'yes' && (f.kind === 'checks' ? v.list(f.name).length === 0 : !v[f.name]))
    .map(field => ({ field, text: t('admin.missing') }));

  /** @param {object} body @param {boolean} dry @param {(answer: import('../types.js').AdministrationChanged) => void} then */
  const send = async (body, dry, then) => {
    if (sending) return;
    sending = true;
    part('admin-told').setAttribute('aria-busy', 'true');
    if (dry) part('admin-told').innerHTML = String(html`<p class="quiet">${t('admin.working')}</p>`);
    try {
      then(await postAdministration(body, dry));
    } catch (error) {
      refused(/** @type {any} */ (error));
    } finally {
      sending = false;
      part('admin-told')?.removeAttribute('aria-busy');
    }
  };

  const preview = () => {
    clear();
    previewed = undefined;
    const v = valuesOf(form);
    const faults = missing(v);
    if (faults.length) { part('admin-told').innerHTML = ''; tell(faults); return; }
    keep(v.actor);
    const body = { ...act.body(v), reason: v.reason, actor: v.actor, base: since };
    send(body, true, answer => {
      previewed = { body, answer };
      part('admin-told').innerHTML = String(told(answer, ctx));
      part('admin-effect').focus();
    });
  };

  const save = () => {
    if (!previewed) return;
    const typed = /** @type {HTMLInputElement | null} */ (main.querySelector('#admin-typed'));
    const wanted = previewed.answer.typed;
    if (wanted && typed?.value.trim() !== wanted) {
      part('admin-typed-fault').textContent = t('admin.typedWrong', { code: wanted });
      typed?.setAttribute('aria-invalid', 'true');
      typed?.focus();
      return;
    }
    send({ ...previewed.body, previewed: previewed.answer.preview, ...(wanted ? { typed: wanted } : {}) }, false, done);
  };

  /** @param {import('../api.js').ApiError} error */
  const refused = error => {
    const problem = /** @type {any} */ (error.problem);
    part('admin-told').innerHTML = '';
    if (problem?.conflicts?.length) {
      part('admin-told').innerHTML = String(conflictTable(problem, ctx));
      part('admin-conflict').focus();
    } else if (problem?.type === 'urn:plumbline:preview_outdated') {
      part('admin-told').innerHTML = String(html`<p class="notice" role="alert">${t('admin.outdated')}</p>`);
    } else if (problem?.errors?.length) {
      tell(problem.errors.map((/** @type {any} */ e) => ({ field: fields.find(f => f.at.some(at => at === e.parameter || sameRow(at, e.parameter))),
        text: e.message ? nameOf(e.message) : t('error.fault', e) })));
    } else {
      part('admin-told').innerHTML = String(failure(error, ''));
      part('retry').addEventListener('click', preview);
    }
  };

  form.addEventListener('submit', event => { event.preventDefault(); preview(); });
  form.addEventListener('change', () => {
    if (!previewed) return;
    previewed = undefined;
    part('admin-told').innerHTML = String(html`<p class="quiet">${t('admin.changedSince')}</p>`);
  });
  main.addEventListener('click', event => {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLElement | null} */ (target.closest('[data-focus]'));
    if (link) { event.preventDefault(); part(link.dataset.focus ?? '').focus(); }
    if (target.id === 'admin-save') save();
    if (target.id === 'admin-mine') { since = Number(target.dataset.base); preview(); }
  });
  part('admin-title').focus();
}

/** Whether a fault of a later row belongs to the field that fills all rows. @param {string} at @param {string} parameter */
const sameRow = (at, parameter) => at.includes('[0]') && parameter.replace(/\[\d+\]/, '[0]') === at;

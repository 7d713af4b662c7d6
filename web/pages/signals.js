// @ts-check
/** Is it real, is it enough: signals of departments and metrics, values beside their minimum standards, and the way from complaint to sanction. */
import { getProcess, getSignals, getTargets } from '../api.js';
import { departmentName, firstRoot, metricName, metricOf } from '../catalog.js';
import { bullet } from '../charts/bullet.js';
import { chipList, versionChip } from '../components/chips.js';
import { decisionForm, onDecision } from '../components/decision.js';
import { choice, departmentChoices, filterForm, metricChoice, onApply } from '../components/filters.js';
import { empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { pointCell } from '../components/table.js';
import { bounds, dateName, hasNumber, inWords, number, periodName, shown, stateName, unitName, withUnit } from '../format.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { kindOf } from '../periods.js';
import { isSpecial, reasonWords, signalIcon, signalWord, toldOf, toneOf } from '../signals.js';
import { mayDecide, writeState } from '../state.js';

await withTexts('standards');

/** So few standards are all shown at once; of more, those that are met are folded away. */
const MOST_OPEN = 12;

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').SignalGrid} Grid */
/** @typedef {import('../types.js').Target} Target */
/** @typedef {import('../types.js').ProcessStep} Step */
/** @typedef {{department: string, period: string, grid: Grid, targets: Target[], steps: Step[]}} Answer */

/** The newest period that has ended when the data were read; of several that end together the shortest usual one. @param {Context} ctx */
function newest({ catalog }) {
  const today = (catalog.as_of ?? '').slice(0, 10);
  const end = (/** @type {string} */ p) => { const k = kindOf(p); const year = Number(p.slice(0, 4)); const part = Number(p.slice(-1)); const month = k === 'Y' ? 12 : k === 'H' ? part * 6 : k === 'Q' ? part * 3 : Number(p.slice(5)); return `${year}-${String(month).padStart(2, '0')}-31`; };
  const past = catalog.periods.filter(p => kindOf(p) === 'Q' && end(p) < today).sort();
  return past[past.length - 1] ?? catalog.periods[catalog.periods.length - 1] ?? '';
}

/** @param {string} department @param {string} period @param {Record<string, string>} at @param {AbortSignal} signal @returns {Promise<Answer>} */
async function read(department, period, at, signal) {
  const query = { department, period, ...at };
  const [grid, targets, process] = await Promise.all([getSignals(query, signal), getTargets(query, signal), getProcess(query, signal)]);
  return { department, period, grid, targets: targets.targets, steps: process.steps };
}

/** What the page tells: the signals of its grid, and the numbers behind standards and steps, which open their evidence. @param {Context} ctx @param {Answer} answer @returns {import('../since.js').Told[]} */
export const told = (ctx, { department, period, grid, targets, steps }) => {
  const name = (/** @type {string[]} */ ...parts) => parts.join(' · ');
  const { catalog } = ctx;
  return [
    ...grid.metrics.flatMap(({ metric, signals }) => signals.map(signal => ({ ref: `s ${signal.department} ${metric}`, sort: /** @type {const} */ ('signals'),
      name: name(departmentName(catalog, signal.department), metricName(catalog, metric)), words: wordsOf(signal), href: trendOf(ctx, metric, signal.department, period) }))),
    ...[
      ...targets.map((x, i) => ({ ref: `t${i}`, metric: x.metric, department: x.department, point: x.point })),
      ...steps.flatMap((s, i) => [{ ref: `p${i}`, metric: s.metric, department, point: s.point }, ...(s.closed ? [{ ref: `c${i}`, metric: s.closed.metric, department, point: s.closed.point }] : [])]),
    ].map(each => ({ ref: each.ref, key: `${each.ref[0]} ${each.department} ${each.metric} ${each.point.period}`, name: name(departmentName(catalog, each.department), metricName(catalog, each.metric), periodName(each.point.period)),
      point: each.point, decimals: metricOf(catalog, each.metric)?.decimals ?? 0 })),
  ];
};

/** What a cell of the grid says, with the rules behind it. @param {Grid['metrics'][number]['signals'][number]} signal */
const wordsOf = signal => `${signalWord(signal)}${fraction(signal) && ` ${fraction(signal)}`}${isSpecial(signal) ? t('signals.because', { why: reasonWords(signal.reasons) }) : ''}`;

/** How many of its parts have a number; of a department without parts its word says so. @param {Grid['metrics'][number]['signals'][number]} signal */
const fraction = ({ coverage: { reported, expected } }) => expected > 1 ? `${reported}/${expected}` : '';

/** The trend that a cell of the grid is about. @param {Context} ctx @param {string} metric @param {string} department @param {string} period */
const trendOf = ({ state }, metric, department, period) => `/trends${writeState({ m: '', o: '', g: '' }, { m: metric, o: department, g: kindOf(period) ?? '', at: state.at, lang: state.lang })}`;

/** @type {import('../main.js').Page} */
export const page = {
  name: 'signals',
  wide: () => true,
  keys: { o: '', p: '' },

  async load(ctx, signal) {
    const department = ctx.state.o || (firstRoot(ctx.catalog)?.code ?? '');
    const period = ctx.state.p || newest(ctx);
    if (!department || !period) return { answer: null, department, period };
    const [answer, later] = await Promise.all([read(department, period, ctx.query, signal), ctx.state.at ? read(department, period, {}, signal) : null]);
    return { department, period, answer, later };
  },

  render(main, ctx, { answer, later = null, department, period }) {
    const periods = [...new Set([...ctx.catalog.periods, period])].filter(Boolean).sort().reverse().map(p => ({ value: p, text: periodName(p) }));
    main.innerHTML = String(html`<h1>${t('page.signals')}</h1>
      ${answer ? html`<div class="lede"><p>${gridSentence(ctx, answer)}</p></div>` : ''}
      ${filterForm([choice('o', departmentChoices(ctx.catalog), department), choice('p', periods, period)])}${chipList(versionChip(ctx))}
      ${answer && later ? sinceNotice(ctx, told(ctx, answer), told(ctx, later)) : ''}
      ${answer ? html`${grid(ctx, answer)}${targets(ctx, answer)}${ladder(ctx, answer)}` : empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.link('/reports'))}`);
    onApply(main, ctx.go);
    onDecision(main, ctx, (f, id) => ({ what: 'targets', decision: id === 'target'
      ? { metric: f.m, department: f.department, period: f.period, at_least: Number(f.at_least), source: f.source }
      : { ...JSON.parse(f.target), at_least: null } }));
    return { point: ref => pointOf(ctx, answer, ref) };
  },
};

/** How many series there are, how many have limits, and which are more than chance. @param {Context} ctx @param {Answer} answer */
export function gridSentence({ catalog }, { grid, department, period }) {
  const all = grid.metrics.flatMap(m => m.signals.map(s => ({ ...s, metric: m.metric })));
  const judged = all.filter(s => s.variation !== null);
  const special = judged.filter(isSpecial);
  const what = { department: departmentName(catalog, department), period: periodName(period), count: all.length, judged: judged.length, special: special.length };
  if (!judged.length) return t('signals.sentence.none', what);
  const names = special.slice(0, 4).map(s => t('signals.one', { department: departmentName(catalog, s.department), metric: metricName(catalog, s.metric), word: signalWord(s) })).join(t('list.semicolon'));
  return t('signals.sentence', what) + (special.length ? t('signals.which', { names: names + (special.length > 4 ? t('signals.andMore') : '') }) : '') + t('list.stop');
}

/** @param {Context} ctx @param {Answer} answer */
function grid(ctx, { grid: { departments, metrics }, department, period }) {
  const title = t('signals.grid', { department: departmentName(ctx.catalog, department), period: periodName(period) });
  if (!metrics.length) return html`<section class="figure"><h2>${title}</h2><p>${t('signals.noMetrics')}</p></section>`;
  const told = [...new Set(metrics.flatMap(m => m.signals.map(toldOf)))];
  return html`<section class="figure across"><h2 id="figure-title">${title}</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="data matrix signal-grid"><caption class="away">${title}</caption>
      <thead><tr><th scope="col">${t('table.department')}</th>${metrics.map(m => html`<th scope="col">${metricName(ctx.catalog, m.metric)}</th>`)}</tr></thead>
      <tbody>${departments.map((code, row) => html`<tr><th scope="row">${departmentName(ctx.catalog, code)}</th>${metrics.map(m => html`<td>${cell(ctx, m.metric, m.signals[row], period)}</td>`)}</tr>`)}</tbody></table></div>
    <p class="legend"><b>${t('legend.title')}</b>${told.map(k => html`<span class="tone-${toneOf(k)}">${signalIcon(k)} ${t(`signal.${k}`)}</span>`)}</p>
    <p class="quiet">${t('signals.about')} ${t('signal.notBad')}</p>
    <p class="links"><a href="${ctx.href({ o: department, p: period, at: ctx.state.at || ctx.catalog.as_of || '' })}">${t('links.fixed')}</a><a href="${ctx.href({ o: department, p: period, print: '1' })}">${t('links.print')}</a></p></section>`;
}

/** Sign and word; leads to the trend with its limits. @param {Context} ctx @param {string} metric @param {Grid['metrics'][number]['signals'][number]} signal @param {string} period */
function cell(ctx, metric, signal, period) {
  const told = toldOf(signal);
  const words = [departmentName(ctx.catalog, signal.department), metricName(ctx.catalog, metric), signalWord(signal), reasonWords(signal.reasons), t('signals.coverage', signal.coverage)].filter(Boolean).join(t('list.comma'));
  return html`<a class="signal-cell tone-${toneOf(told)}" href="${trendOf(ctx, metric, signal.department, period)}" title="${words}" aria-label="${words}">${signalIcon(told)}<span aria-hidden="true">${signalWord(signal)} <small>${fraction(signal)}</small></span></a>`;
}

/** @param {Context} ctx @param {Answer} answer */
function targets(ctx, { targets: list, department, period }) {
  const title = t('targets.title', { department: departmentName(ctx.catalog, department), period: periodName(period) });
  const of = (/** @type {string} */ a) => list.filter(x => x.attainment === a).length;
  const met = list.filter(x => x.attainment === 'met');
  const standing = list.filter(x => x.attainment !== 'met');
  const table = (/** @type {Target[]} */ some, /** @type {string} */ name) => html`<div class="scroll" role="region" tabindex="0" aria-label="${name}"><table class="data folding targets"><caption class="away">${name}</caption>
    <thead><tr>${['standard', 'done', 'bullet', 'judged', 'pace', 'source'].map(k => html`<th scope="col">${t(`targets.${k}`)}</th>`)}</tr></thead>
    <tbody>${some.map(x => targetRow(ctx, x, list.indexOf(x)))}</tbody></table></div>`;
  return html`<section class="figure across"><h2>${title}</h2>
    ${list.length ? html`<p>${t('targets.sentence', { count: list.length, met: of('met'), not: of('not_met'), open: of('cannot_be_judged') })}</p>
      ${standing.length ? table(standing, title) : ''}
      ${met.length ? html`<details class="each"${list.length <= MOST_OPEN ? html` open` : ''}><summary>${t('targets.met', { count: met.length })}</summary>${table(met, `${title} · ${t('targets.met', { count: met.length })}`)}</details>
        <p class="quiet paper-only">${t('targets.metFolded', { count: met.length })}</p>` : ''}
      <p class="quiet">${t('targets.about')}</p>` : html`<p>${t('targets.none')}</p>`}
    ${mayDecide(ctx) ? targetForms(ctx, list, department, period) : ''}</section>`;
}

/** @param {Context} ctx @param {Target} x @param {number} i */
function targetRow(ctx, x, i) {
  const metric = metricOf(ctx.catalog, x.metric);
  const decimals = metric?.decimals ?? 0;
  const unit = metric?.unit ?? '';
  const least = withUnit(number(x.at_least, decimals), unit);
  const judged = t(`attainment.${x.attainment}`);
  const said = t('targets.said', { value: hasNumber(x.point) ? withUnit(inWords(x.point, decimals), unit) : stateName(shown(x.point)), least, judged });
  const cells = [pointCell(x.point, `t${i}`, decimals), bullet(x.pace ? x.pace.so_far : x.point, x.at_least, said, x.pace ? x.pace.due : null), html`<b class="attainment ${x.attainment}">${judged}</b>`,
    x.pace ? paceWords(x.pace, decimals) : html`<span class="quiet">${t('targets.over')}</span>`,
    html`<span>${x.source} <small class="under">${t('targets.by', { actor: x.decided.actor, date: dateName(x.decided.at) })}</small></span>`];
  const heads = ['done', 'bullet', 'judged', 'pace', 'source'];
  return html`<tr><th scope="row">${departmentName(ctx.catalog, x.department)} · ${metricName(ctx.catalog, x.metric)} <small class="under">${t('targets.asked', { period: periodName(x.period), least })}</small></th>
    ${cells.map((c, k) => html`<td data-label="${t(`targets.${heads[k]}`)}">${c}</td>`)}</tr>`;
}

/** How far, and how far an even pace would be. @param {NonNullable<Target['pace']>} pace @param {number} decimals */
function paceWords(pace, decimals) {
  const left = pace.remaining ? bounds({ value: null, state: 'range', lower: pace.remaining.lower, upper: pace.remaining.upper }, decimals) : '';
  return html`<span><b>${t(`pace.${pace.standing}`)}</b> <small class="under">${t('pace.words', { so_far: hasNumber(pace.so_far) ? inWords(pace.so_far, decimals) : stateName(shown(pace.so_far)),
    due: number(Math.round(pace.due * 10), 1), months: pace.months_left })}${left && left !== '0' ? t('pace.left', { left }) : ''}</small></span>`;
}

/** @param {Context} ctx @param {Target[]} list @param {string} department @param {string} period */
function targetForms(ctx, list, department, period) {
  const possible = ctx.catalog.metrics.filter(m => m.direction === 'more' && !m.person_sensitive && m.family !== 'petitions');
  const year = period.slice(0, 4);
  const periods = [...new Set([period, year, `${year}-H1`, `${year}-H2`])];
  return html`${decisionForm({ id: 'target', title: t('targets.set'), note: t('targets.setNote'), go: t('targets.go'), fields: html`
      ${metricChoice({ ...ctx.catalog, metrics: possible }, '')}
      <label class="field"><span>${t('filter.department')}</span><select name="department">${departmentChoices(ctx.catalog).map(d => d.value === department
        ? html`<option value="${d.value}" selected>${d.text}</option>` : html`<option value="${d.value}">${d.text}</option>`)}</select></label>
      <label class="field"><span>${t('filter.period')}</span><select name="period">${periods.map(p => html`<option value="${p}">${periodName(p)}</option>`)}</select></label>
      <label class="field"><span>${t('targets.least')}</span><input name="at_least" type="number" min="1" step="1" required></label>
      <label class="field wide"><span>${t('targets.source')}</span><input name="source" required autocomplete="off"></label>` })}
    ${list.length ? decisionForm({ id: 'no-target', title: t('targets.end'), go: t('targets.end'), fields: html`<label class="field wide"><span>${t('targets.standard')}</span><select name="target">${list.map(x =>
      html`<option value="${JSON.stringify({ metric: x.metric, department: x.department, period: x.period })}">${departmentName(ctx.catalog, x.department)} · ${metricName(ctx.catalog, x.metric)} · ${periodName(x.period)}</option>`)}</select></label>` }) : ''}`;
}

/** The steps beside each other, each in its unit; a share only where the catalogue declares one. @param {Context} ctx @param {Answer} answer */
function ladder(ctx, { steps, department, period }) {
  const title = t('process.title', { department: departmentName(ctx.catalog, department), period: periodName(period) });
  if (!steps.length) return '';
  const words = (/** @type {import('../types.js').Point} */ p, /** @type {string} */ unit, /** @type {string} */ ref) => html`<span class="step-value">${pointCell(p, ref, 0)} ${hasNumber(p) ? unitName(unit) : ''}</span>`;
  const step = (/** @type {Step} */ s) => {
    const i = steps.indexOf(s);
    return html`<div class="step"><h3>${metricName(ctx.catalog, s.metric)}</h3>
      ${words(s.point, s.unit, `p${i}`)}
      ${s.closed ? html`<p class="quiet">${metricName(ctx.catalog, s.closed.metric)} ${words(s.closed.point, s.closed.unit, `c${i}`)}</p>
        <p class="quiet">${openWords(s)}</p>` : ''}
      ${s.share ? html`<p class="quiet">${t('process.share', { share: number(Math.round(s.share.low * 1000), 1) })}</p>` : i > 0 && s.reason ? html`<p class="quiet"><span class="chip-reason">${t(`process.why.${s.reason}`)}</span></p>` : ''}</div>`;
  };
  // From the leads on there are two ways: a talk or letter, or a case.
  const rungs = steps.map(s => s.metric === 'talk_inquiry_letters' ? [] : s.metric === 'cases_filed' ? steps.filter(x => x === s || x.metric === 'talk_inquiry_letters') : [s]).filter(r => r.length);
  return html`<section class="figure across"><h2>${title}</h2><ol class="process">${rungs.map(r => html`<li>${r.map(step)}</li>`)}</ol>
    <p class="quiet">${t('process.about')}</p><p class="standing">${t('standing')}</p></section>`;
}

/** What is surely carried over: what was open before is not in the reports. @param {Step} step */
function openWords({ closed, point }) {
  if (!closed?.open || !hasNumber(point)) return t('process.openUnknown');
  return closed.open.lower ? t('process.open', { least: withUnit(number(closed.open.lower), closed.unit) }) : t('process.openNone');
}

/** @param {Context} ctx @param {Answer | null} answer @param {string} ref */
function pointOf(ctx, answer, ref) {
  const [, kind, index] = /^([tpc])(\d+)$/.exec(ref) ?? [];
  const i = Number(index);
  const step = answer?.steps[i];
  const target = answer?.targets[i];
  const found = !answer ? null : kind === 't' && target ? { point: target.point, metric: target.metric, department: target.department }
    : kind === 'p' && step ? { point: step.point, metric: step.metric, department: answer.department }
      : kind === 'c' && step?.closed ? { point: step.closed.point, metric: step.closed.metric, department: answer.department } : null;
  if (!found) return null;
  const metric = metricOf(ctx.catalog, found.metric);
  return { point: found.point, title: `${departmentName(ctx.catalog, found.department)} · ${metric ? nameOf(metric.name) : found.metric} · ${periodName(found.point.period)}`, unit: metric?.unit ?? '', decimals: metric?.decimals ?? 0,
    question: { metric: found.metric, department: found.department, category: null, period: found.point.period, basis: /** @type {const} */ ('in_period') } };
}

// @ts-check
/** What can be done in administration: the fields of each form, and what they come to as rows. Pure. */
import { depthOf, departmentOf, metricOf } from '../catalog.js';
import { dateName } from '../format.js';
import { nameOf, t, withTexts } from '../i18n/index.js';

await withTexts('admin');

/** @typedef {import('../types.js').Catalog} Catalog */
/** @typedef {{value: string, text: string}} Choice */
/** @typedef {Record<string, string> & {list: (name: string) => string[]}} Values */
/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string[]} at  members of the body that it fills; faults about these are shown at it
 * @property {'text' | 'date' | 'select' | 'area' | 'checks' | 'yes'} kind
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [value]
 * @property {Choice[]} [choices]
 * @property {boolean} [optional]
 * @property {boolean} [locked]
 *
 * @typedef {object} Act
 * @property {string} title
 * @property {string} [intro]
 * @property {Field[]} fields
 * @property {(v: Values) => Record<string, unknown>} body  mode and rows
 */

/** What stands between the names of a list. */
export const BETWEEN = '；';

const PARTS = 4;

/** Departments as choices, indented as they stand. @param {Catalog} catalog @param {boolean} [none] @returns {Choice[]} */
export const departmentOptions = (catalog, none = false) => [...(none ? [{ value: '', text: t('admin.top') }] : []),
  ...catalog.departments.map(d => ({ value: d.code, text: `${'\u3000'.repeat(depthOf(catalog, d))}${nameOf(d.name)} ${d.code}` }))];

/** @param {string} name @param {string[]} at @param {Field['kind']} kind @param {Partial<Field>} [more] @returns {Field} */
const field = (name, at, kind, more = {}) => ({ name, at, kind, label: t(`admin.field.${name}`), ...more });

/** @param {Catalog} catalog @param {string} code */
const called = (catalog, code) => `${nameOf(departmentOf(catalog, code)?.name ?? { zh: code, en: code })} ${code}`;

/** @param {import('../types.js').AdministrationMetric} m @returns {Act} */
export const metricAct = m => ({
  title: t('admin.metric.edit', { name: nameOf(m.name) }),
  intro: t('admin.metric.fixed', { unit: m.unit, kind: t(`admin.kind.${m.kind}`), bases: m.bases.map(b => t(`basis.${b}`)).join(t('list.pause')) }),
  fields: [
    field('name_zh', ['metrics[0].name_zh'], 'text', { value: m.name.zh }),
    field('name_en', ['metrics[0].name_en'], 'text', { value: m.name.en, optional: true }),
    field('direction', ['metrics[0].direction'], 'select', { value: m.direction, locked: m.locked, hint: t(m.locked ? 'admin.locked' : 'admin.directionHint'),
      choices: ['neutral', 'more'].map(value => ({ value, text: t(`admin.direction.${value}`) })) }),
    field('aliases', ['metrics[0].aliases'], 'area', { value: m.aliases.join('\n'), optional: true, hint: t('admin.aliasesHint') }),
    field('changed', ['metrics[0].changed'], 'area', { value: m.changed.join('\n'), optional: true, hint: t('admin.changedHint') }),
  ],
  body: v => ({ mode: 'correct', metrics: [{ metric: m.code, name_zh: v.name_zh, name_en: v.name_en, direction: v.direction || m.direction,
    aliases: lines(v.aliases), changed: lines(v.changed) }] }),
});

const lines = (/** @type {string} */ text) => text.split('\n').map(each => each.trim()).filter(Boolean).join(BETWEEN);

/** @typedef {import('../types.js').AdministrationDepartment} AdministrationDepartment */

/** The acts on departments, by name. @type {Record<string, (catalog: Catalog, d: AdministrationDepartment | undefined) => Act>} */
export const DEPARTMENT_ACTS = {
  add: catalog => ({
    title: t('admin.do.add'),
    fields: [
      field('code', ['departments[0].code'], 'text', { hint: t('admin.codeHint') }),
      field('name_zh', ['departments[0].name_zh'], 'text'), field('name_en', ['departments[0].name_en'], 'text', { optional: true }),
      field('parent', ['departments[0].parent'], 'select', { choices: departmentOptions(catalog, true), optional: true }),
      field('opened', ['departments[0].opened'], 'date', { optional: true, hint: t('admin.openedHint') }),
      field('additive', ['departments[0].additive'], 'yes', { value: 'yes', optional: true, hint: t('admin.additiveHint') }),
    ],
    body: v => ({ mode: 'add', departments: [{ code: v.code, name_zh: v.name_zh, name_en: v.name_en, parent: v.parent, opened: v.opened, closed: '', additive: v.additive || 'no' }] }),
  }),

  correct: (catalog, d) => ({
    title: t('admin.do.correct', { name: called(catalog, d?.code ?? '') }), intro: t('admin.correctIntro'),
    fields: [
      field('name_zh', ['departments[0].name_zh'], 'text', { value: d?.name.zh }), field('name_en', ['departments[0].name_en'], 'text', { value: d?.name.en, optional: true }),
      field('placed', ['departments[0].parent'], 'select', { value: d?.placed ?? '', choices: departmentOptions(catalog, true), optional: true, hint: t('admin.placedHint') }),
      field('opened', ['departments[0].opened'], 'date', { value: d?.opened ?? '', optional: true, hint: t('admin.openedHint') }),
      field('closed', ['departments[0].closed'], 'date', { value: d?.closed ?? '', optional: true, hint: t('admin.closedHint') }),
      field('additive', ['departments[0].additive'], 'yes', { value: d?.additive ? 'yes' : '', optional: true, hint: t('admin.additiveHint') }),
    ],
    body: v => ({ mode: 'correct', departments: [{ code: d?.code, name_zh: v.name_zh, name_en: v.name_en, parent: v.placed, opened: v.opened, closed: v.closed, additive: v.additive || 'no' }] }),
  }),

  close: (catalog, d) => ({
    title: t('admin.do.close', { name: called(catalog, d?.code ?? '') }), intro: t('admin.closeIntro'),
    fields: [field('closed', ['departments[0].closed'], 'date', { value: d?.closed ?? '', hint: t('admin.closedHint') })],
    body: v => ({ mode: 'correct', departments: [{ code: d?.code, name_zh: d?.name.zh, closed: v.closed }] }),
  }),

  rename: (catalog, d) => ({
    title: t('admin.do.rename', { name: called(catalog, d?.code ?? '') }), intro: t('admin.renameIntro'),
    fields: [
      field('date', ['reorganisations[0].date'], 'date'), field('newCode', ['reorganisations[0].to'], 'text', { hint: t('admin.codeHint') }),
      field('name_zh', ['reorganisations[0].name_zh'], 'text'), field('name_en', ['reorganisations[0].name_en'], 'text', { optional: true }),
    ],
    body: v => ({ mode: 'add', reorganisations: [{ date: v.date, kind: 'renamed', from: d?.code, to: v.newCode, name_zh: v.name_zh, name_en: v.name_en }] }),
  }),

  merge: (catalog, d) => ({
    title: t('admin.do.merge'), intro: t('admin.mergeIntro'),
    fields: [
      field('date', ['reorganisations[0].date'], 'date'),
      field('from', ['reorganisations[0].from', 'reorganisations[0].weight'], 'checks', { value: d?.code, choices: departmentOptions(catalog) }),
      field('into', ['reorganisations[0].to'], 'select', { choices: [{ value: '', text: t('admin.newOne') }, ...departmentOptions(catalog)], optional: true }),
      ...newOne(catalog),
    ],
    body: v => {
      const made = v.into ? {} : { name_zh: v.name_zh, name_en: v.name_en, parent: v.parent };
      return { mode: 'add', reorganisations: v.list('from').map((from, i) => ({ date: v.date, kind: 'merged', from, to: v.into || v.newCode, ...(i ? {} : made) })) };
    },
  }),

  split: (catalog, d) => ({
    title: t('admin.do.split', { name: called(catalog, d?.code ?? '') }), intro: t('admin.splitIntro'),
    fields: [
      field('date', ['reorganisations[0].date'], 'date'),
      ...Array.from({ length: PARTS }, (_, i) => part(i)).flat(),
      field('closes', ['reorganisations[0].closed'], 'yes', { optional: true, hint: t('admin.closesHint') }),
    ],
    body: v => {
      const parts = Array.from({ length: PARTS }, (_, i) => ({ code: v[`part${i}`] ?? '', name: v[`partName${i}`] ?? '', weight: v[`weight${i}`] ?? '' })).filter(p => p.code || p.name);
      return { mode: v.closes ? 'correct' : 'add', reorganisations: parts.map((p, i) => ({ date: v.date, kind: 'split', from: d?.code, to: p.code, weight: p.weight,
        ...(p.name ? { name_zh: p.name } : {}), ...(v.closes && i === 0 ? { closed: v.date } : {}) })) };
    },
  }),

  move: (catalog, d) => ({
    title: t('admin.do.move', { name: called(catalog, d?.code ?? '') }),
    fields: [field('date', ['reorganisations[0].date'], 'date'), field('under', ['reorganisations[0].to'], 'select', { choices: departmentOptions(catalog) })],
    body: v => ({ mode: 'add', reorganisations: [{ date: v.date, kind: 'moved', from: d?.code, to: v.under }] }),
  }),
};

/** @param {number} i @returns {Field[]} */
const part = i => [
  { ...field(`part${i}`, [`reorganisations[${i}].to`], 'text', { optional: i > 1 }), label: t('admin.field.part', { n: i + 1 }), hint: i ? undefined : t('admin.partHint') },
  { ...field(`partName${i}`, [`reorganisations[${i}].name_zh`], 'text', { optional: true }), label: t('admin.field.partName', { n: i + 1 }) },
  { ...field(`weight${i}`, [`reorganisations[${i}].weight`], 'text', { optional: true }), label: t('admin.field.partWeight', { n: i + 1 }), hint: i ? undefined : t('admin.weightHint') },
];

/** @param {Catalog} catalog @returns {Field[]} */
const newOne = catalog => [
  field('newCode', ['reorganisations[0].to'], 'text', { optional: true, hint: t('admin.newHint') }), field('name_zh', ['reorganisations[0].name_zh'], 'text', { optional: true }),
  field('name_en', ['reorganisations[0].name_en'], 'text', { optional: true }),
  field('parent', ['reorganisations[0].parent'], 'select', { choices: [{ value: '', text: t('admin.sameParent') }, ...departmentOptions(catalog)], optional: true }),
];

/** @typedef {import('../types.js').AdministrationStep} Step */

/** Takes a reorganisation back. @param {Catalog} catalog @param {Step} s @returns {Act} */
export const withdrawStep = (catalog, s) => ({
  title: t('admin.do.withdrawStep'), intro: stepText(catalog, s), fields: [],
  body: () => ({ mode: 'withdraw', reorganisations: [{ date: s.date, kind: s.kind, from: s.from, to: s.to }] }),
});

/** Puts another reorganisation in its place. @param {Catalog} catalog @param {Step} s @returns {Act} */
export const correctStep = (catalog, s) => ({
  title: t('admin.do.correctStep'), intro: stepText(catalog, s),
  fields: [
    field('date', ['reorganisations[0].date', 'reorganisations[1].date'], 'date', { value: s.date }),
    field('stepKind', ['reorganisations[0].kind', 'reorganisations[1].kind'], 'select', { value: s.kind, choices: ['renamed', 'merged', 'split', 'moved'].map(value => ({ value, text: t(`admin.step.${value}`) })) }),
    field('stepFrom', ['reorganisations[0].from', 'reorganisations[1].from'], 'select', { value: s.from, choices: departmentOptions(catalog) }),
    field('stepTo', ['reorganisations[0].to', 'reorganisations[1].to'], 'select', { value: s.to, choices: departmentOptions(catalog) }),
    field('weight', ['reorganisations[0].weight', 'reorganisations[1].weight'], 'text', { value: s.weight ?? '', optional: true, hint: t('admin.weightHint') }),
  ],
  body: v => {
    const now = { date: v.date, kind: v.stepKind, from: v.stepFrom, to: v.stepTo, weight: v.weight };
    const same = now.date === s.date && now.from === s.from && now.to === s.to;
    return { mode: 'correct', reorganisations: same ? [now] : [{ date: s.date, kind: s.kind, from: s.from, to: s.to, withdrawn: 'yes' }, now] };
  },
});

/** What a step says, in words. @param {Catalog} catalog @param {Step} s */
export const stepText = (catalog, s) => t(`change.${s.kind}`, { date: dateName(s.date), from: called(catalog, s.from), to: called(catalog, s.to) })
  + (s.weight ? t('admin.weighed', { weight: s.weight }) : '');

/** @typedef {import('../types.js').AdministrationLine} Line */

/** @param {Catalog} catalog @returns {Act} */
export const addLine = catalog => ({
  title: t('admin.do.addLine'), intro: t('admin.lineIntro'),
  fields: [
    field('departments', ['calendar[0].department'], 'checks', { choices: departmentOptions(catalog) }),
    field('period', ['calendar[0].period'], 'text', { hint: t('admin.periodHint') }),
    field('metric', ['calendar[0].metric'], 'select', { optional: true, choices: [{ value: '', text: t('admin.whole') }, ...catalog.metrics.map(m => ({ value: m.code, text: nameOf(m.name) }))] }),
    field('due', ['calendar[0].due'], 'date'),
  ],
  body: v => ({ mode: 'add', calendar: v.list('departments').map(department => ({ metric: v.metric, department, period: v.period, due: v.due })) }),
});

/** Another day for a line. @param {Catalog} catalog @param {Line} l @returns {Act} */
export const correctLine = (catalog, l) => ({
  title: t('admin.do.correctLine'), intro: lineText(catalog, l),
  fields: [field('due', ['calendar[0].due'], 'date', { value: l.due })],
  body: v => ({ mode: 'correct', calendar: [{ ...keyOf(l), due: v.due }] }),
});

/** @param {Catalog} catalog @param {Line} l @returns {Act} */
export const withdrawLine = (catalog, l) => ({
  title: t('admin.do.withdrawLine'), intro: lineText(catalog, l), fields: [],
  body: () => ({ mode: 'withdraw', calendar: [{ ...keyOf(l), due: l.due }] }),
});

const keyOf = (/** @type {Line} */ l) => ({ metric: l.metric ?? '', department: l.department, period: l.period });

/** @param {Catalog} catalog @param {Line} l */
const lineText = (catalog, l) => t('admin.line', { department: called(catalog, l.department), period: l.period,
  what: l.metric ? nameOf(metricOf(catalog, l.metric)?.name ?? { zh: l.metric, en: l.metric }) : t('admin.whole'), due: l.due });

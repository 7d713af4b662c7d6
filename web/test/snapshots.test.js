// @ts-check
/**
 * Charts as pictures: what the pure options of the charts draw, rendered without a browser, compared with the SVG kept in
 * `snapshots/` and looked at by people. `UPDATE_SNAPSHOTS=1 node --test web/test/snapshots.test.js` keeps the new pictures.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { compareChart } from '../charts/compare.js';
import { disciplineChart } from '../charts/discipline.js';
import { dumbbellChart } from '../charts/dumbbell.js';
import { stackChart } from '../charts/stack.js';
import { trendChart } from '../charts/trend.js';
import { byYear } from '../charts/years.js';
import { stateName } from '../format.js';
import * as s from './samples.js';

const root = new URL('../../', import.meta.url);
const library = ['target/classes/', 'target/quick/classes/'].map(classes => new URL(`${classes}web/lib/echarts/6.0.0/echarts.esm.min.js`, root))
  .find(file => existsSync(file));
if (!library) throw new Error('the chart library is put in place by "mvn -q -Dquick compile", once');
const echarts = await import(library.href);

/** The colours of the light pages. */
const tokens = Object.fromEntries([...readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').split('@media')[0].matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, colour]) => [name, colour]));
const list = (/** @type {string} */ name, /** @type {number} */ n) => Array.from({ length: n }, (_, i) => tokens[`${name}-${i + 1}`]);
/** @type {import('../charts/theme.js').Theme} */
const THEME = { ink: tokens.ink, ink2: tokens['ink-2'], ink3: tokens['ink-3'], grid: tokens.grid, border: tokens.control, card: tokens.card, veil: tokens.veil,
  focus: tokens.focus, series: list('cat', 8), party: list('party', 5), partyLine: tokens['party-line'], gov: list('gov', 6), govLine: tokens['gov-line'] };

const STATES = s.EVERY_STATE.map(([, point]) => point);
const MORE = [...STATES, s.exact(31, { revision: 2 }), s.exact(12, { method: 'derived' }), s.exact(22, { review: 'unconfirmed' }), s.partOf9,
  { ...s.partOf9, lower: 40, coverage: { reported: 3, expected: 9 } }];
const counts = (/** @type {number[]} */ ...numbers) => numbers.map(n => s.exact(n));
const trend = { unit: '人次', decimals: 0, stock: false, toDate: false, changes: [] };
const series = (/** @type {string} */ name, /** @type {import('../types.js').Point[]} */ points) => ({ name, department: name, points: s.quarters(points) });
const of = (/** @type {import('../charts/trend.js').TrendSeries[]} */ ...all) => ({ ...trend, series: all, periods: all[0].points.map(p => p.period) });
const rows = MORE.map((point, i) => ({ name: `${stateName(point.state)}处${i + 1}`, department: `D${i}`, point }));
const kinds = (/** @type {import('../types.js').Point[]} */ points) => points.map((point, i) => ({ name: `第${i + 1}种`, ref: `k.${i}`, point }));
const four = [series('办公室', counts(21, 18, 26, 29, 18, 29)), series('财务处', [s.exact(16), s.exact(22), s.notReported, s.exact(26), s.exact(13), s.exact(19)]),
  series('人事处', [s.range3to5, s.notMentioned, s.exact(17), s.over60, s.exact(11), s.exact(14)]), series('审计处', [s.exact(15), s.about35, s.exact(20), s.zero, s.withheld, s.exact(9)])];

const asked = of({ ...series('办公室', counts(2, 4, 3, 5)), standards: [0, 1, 2, 3].map(position => ({ position, least: 3, attainment: /** @type {const} */ ('met') })) },
  { ...series('财务处', counts(6, 3, 2, 4)), standards: [{ position: 3, least: 6, attainment: /** @type {const} */ ('not_met') }] });

const pairs = { unit: '人次', decimals: 0, names: { base: '2021年', current: '2022年' }, rows: MORE.map((point, i) => ({ name: rows[i].name, department: `D${i}`,
  base: i % 2 ? point : s.exact(20), current: i % 2 ? s.exact(24) : point, change: i ? '' : '−2', like: true, inner: i === 5 })) };

/** @type {Record<string, {width: number, draw: (size: {width: number, theme: import('../charts/theme.js').Theme}) => {height: number, option: object}}>} */
const PICTURES = {
  'trend-every-state': { width: 1180, draw: size => trendChart(of(series('办公室', MORE)), size) },
  'trend-every-state-phone': { width: 320, draw: size => trendChart(of(series('办公室', MORE)), size) },
  'trend-one-point': { width: 700, draw: size => trendChart(of(series('办公室', [s.over60])), size) },
  'trend-four': { width: 1180, draw: size => trendChart(of(...four), size) },
  'trend-standards': { width: 700, draw: size => trendChart(asked, size) },
  'trend-five-panels': { width: 1180, draw: size => trendChart(of(...four, { ...four[0], name: '督查处' }), size) },
  'trend-to-date': { width: 900, draw: size => trendChart(byYear(of(series('办公室', [...counts(4, 9, 15, 22, 5, 11, 18, 30), s.exact(6), s.withheld, s.notDue, s.notDue]))), size) },
  'trend-to-date-panels': { width: 900, draw: size => trendChart(byYear(of(series('办公室', counts(4, 9, 15, 22, 5, 11, 18, 30)), series('财务处', counts(2, 5, 9, 12, 3, 5, 7, 9)))), size) },
  'trend-reorganised': { width: 900, draw: size => trendChart({ ...of(series('办公室', counts(14, 12, 15, 8, 9, 11))), changes: [{ position: 3, text: '2022年10月1日：分出一处', departments: ['办公室'] }] }, size) },
  'compare-every-state': { width: 1180, draw: size => compareChart({ unit: '人次', decimals: 0, rows }, size) },
  'compare-every-state-phone': { width: 320, draw: size => compareChart({ unit: '人次', decimals: 0, rows }, size) },
  'pair-every-state': { width: 1180, draw: size => dumbbellChart(pairs, size) },
  'pair-every-state-phone': { width: 320, draw: size => dumbbellChart(pairs, size) },
  'stack-exact': { width: 700, draw: size => stackChart({ track: 'party', unit: '人', decimals: 0, periods: four[0].points.map(p => p.period),
    kinds: ['党内警告', '党内严重警告', '撤销党内职务', '留党察看', '开除党籍'].map((name, i) => ({ name, key: `party.${i}`, points: s.quarters([7 - i, 4, i % 2, 3, 0, 5 - i].map(n => n ? s.exact(n) : s.zero)) })) }, size) },
  'discipline-every-state': { width: 700, draw: size => disciplineChart({ track: 'gov', unit: '人', decimals: 0, rows: kinds(MORE) }, size) },
  'discipline-exact': { width: 560, draw: size => disciplineChart({ track: 'party', unit: '人', decimals: 0, rows: kinds(counts(7, 3, 2, 1, 1)) }, size) },
};

/** One element a line, so that a change can be read; names that count the pictures drawn before are counted anew. @param {string} svg */
function readable(svg) {
  /** @type {string[]} */
  const seen = [];
  const anew = (/** @type {string} */ name) => {
    if (!seen.includes(name)) seen.push(name);
    return `zr-cls-${seen.indexOf(name)}`;
  };
  return `${svg.replace(/></g, '>\n<').replace(/zr\d+-/g, 'zr-').replace(/zr-cls-\d+/g, anew)}\n`;
}

for (const [name, { width, draw }] of Object.entries(PICTURES)) {
  test(`the picture ${name}`, () => {
    const { height, option } = draw({ width, theme: THEME });
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    chart.setOption(option);
    const svg = readable(chart.renderToSVGString());
    chart.dispose();
    const kept = new URL(`snapshots/${name}.svg`, import.meta.url);
    if (process.env.UPDATE_SNAPSHOTS) {
      mkdirSync(new URL('.', kept), { recursive: true });
      writeFileSync(kept, svg);
    }
    assert.ok(svg === readFileSync(kept, 'utf8'), `${name}.svg differs from what the chart draws now; keep the new one with UPDATE_SNAPSHOTS=1 and look at it`);
  });
}

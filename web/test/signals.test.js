// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bullet } from '../charts/bullet.js';
import { funnelChart, funnelItems, funnelNumber } from '../charts/funnel.js';
import { textWidth } from '../charts/layout.js';
import { highestLimit, limitItems, limitMark, limitNote, limitsOf } from '../charts/limits.js';
import { trendItems } from '../charts/trend.js';
import { setLanguage } from '../i18n/index.js';
import { signalIcon, signalSentence, signalWord, toldOf, toneOf } from '../signals.js';
import { exact, over60, quarters, THEME, withheld } from './samples.js';

/** @param {Partial<import('../types.js').Signal>} parts @returns {import('../types.js').Signal} */
const signal = parts => ({ variation: null, reasons: [], directed: false, assurance: null, without_icon: null, unfit: null, points: 16, ...parts });

const PERIODS = quarters(Array.from({ length: 16 }, () => exact(1))).map(p => p.period);

/** @param {Partial<import('../types.js').Phase>[]} phases @param {Record<number, string[]>} [marks] @returns {import('../types.js').ControlChart} */
const chart = (phases, marks = {}) => ({ department: 'D1', category: null, decisions: [], signal: signal({ variation: 'neutral_high', reasons: ['outside_high'] }),
  points: PERIODS.map((period, i) => ({ period, exclusion: null, signals: marks[i] ?? [] })),
  phases: phases.map(p => ({ from: PERIODS[0], to: PERIODS[15], points: 16, standing: 'full', median: 20, mean: 21, upper: 30, lower: null, ...p })) });

test('a signal is told by its word, and what has no icon by its reason', async () => {
  await setLanguage('zh');
  assert.equal(signalWord(signal({ variation: 'neutral_high' })), '异常偏高');
  assert.equal(signalWord(signal({ unfit: 'stock', without_icon: null })), '时点数');
  assert.equal(toldOf(signal({ without_icon: 'small_mean' })), 'small_mean');
  assert.match(signalSentence(signal({ without_icon: 'few_points', points: 9 })), /只有9期/);
  await setLanguage('en');
  assert.equal(signalWord(signal({ variation: 'common_cause' })), 'Ordinary variation');
  await setLanguage('zh');
});

test('unusual is never called bad, and reasons that disagree are all told', () => {
  const said = signalSentence(signal({ variation: 'neutral_high', reasons: ['outside_high', 'shift_low'] }));
  assert.match(said, /高于上限；连续7期低于均值/);
  assert.match(said, /方向不一/);
  assert.match(said, /异常≠好坏/);
});

test('shape says what colour says: usual, neutral, better, worse and nothing are five shapes', () => {
  const shapes = ['common_cause', 'neutral_high', 'improvement_high', 'concern_low', 'few_points'].map(told => /path d="([^"]+)"/.exec(String(signalIcon(told)))?.[1]);
  assert.equal(new Set(shapes).size, 5);
  assert.equal(toneOf('neutral_low'), 'neutral');
  assert.notEqual(String(signalIcon('neutral_low')), String(signalIcon('neutral_high')));
});

test('limits are cut to the periods shown and broken between phases', () => {
  const limits = limitsOf(chart([{ to: PERIODS[7] }, { from: PERIODS[8], standing: 'trial' }], { 2: ['outside_high'], 12: ['shift_high'] }), PERIODS.slice(4, 14));
  assert.deepEqual(limits.stretches.map(s => [s.from, s.to, s.standing]), [[0, 3, 'full'], [4, 9, 'trial']]);
  assert.deepEqual([...limits.marked.keys()], [8]);
  assert.equal(highestLimit([limits, null]), 30);
});

test('a phase that ends before the chart begins is not drawn', () =>
  assert.equal(limitsOf(chart([{ to: PERIODS[3] }, { from: PERIODS[4] }]), PERIODS.slice(6)).stretches.length, 1));

const PLACE = { at: (/** @type {number} */ n) => 200 - n, centre: (/** @type {number} */ i) => 20 + i * 10, panel: /** @type {any} */ ({ left: 0, top: 0, width: 300, right: 10, height: 200, band: 10, rows: [0] }), drawn: [] };
const kinds = (/** @type {any[]} */ items) => items.map(i => i.kind).filter(k => k !== 'label');

test('few points have their median alone, trial limits are dashed otherwise than those that stand', () => {
  const draw = (/** @type {any} */ phase) => limitItems(limitsOf(chart([phase]), PERIODS), PLACE, 1, THEME);
  assert.deepEqual(kinds(draw({ standing: 'median_only', mean: null, upper: null })), ['median']);
  const dashes = (/** @type {any} */ phase) => draw(phase).filter(i => i.kind === 'limit').map(i => /** @type {any} */ (i.shapes[0]).style.lineDash.join());
  assert.notDeepEqual(dashes({ standing: 'trial', lower: 5 }), dashes({ standing: 'full', lower: 5 }));
  assert.deepEqual(kinds(draw({ lower: null })), ['mean', 'limit']);
  assert.deepEqual(limitItems(null, PLACE, 1, THEME), []);
});

test('a marked point has a frame and says why in its tooltip; others have neither', () => {
  const limits = limitsOf(chart([{}], { 3: ['outside_high'] }), PERIODS);
  assert.equal(limitMark(limits, 3, 0, 0, THEME).length, 1);
  assert.equal(limitMark(limits, 4, 0, 0, THEME).length, 0);
  assert.match(limitNote([limits], 0, 3), /高于上限[^]*异常≠好坏/);
  assert.equal(limitNote([limits], 0, 4), '');
  assert.equal(limitNote(undefined, 0, 3), '');
});

test('on a phone the words of a line meet neither the numbers nor each other', () => {
  const numbers = [[21, 24, 26, 29, 18, 29, 20, 33, 19, 23, 24, 34], [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20], [12, 28, 12, 28, 12, 28, 12, 28, 12, 28, 12, 28]];
  for (const values of numbers) {
    const model = { periods: PERIODS.slice(0, 12), series: [{ name: 'D', department: 'D', points: quarters(values.map(v => exact(v))) }], unit: '次', decimals: 0, stock: false, toDate: false, changes: [],
      limits: [limitsOf(chart([{ upper: 40, lower: 2 }]), PERIODS.slice(0, 12))] };
    const { items } = trendItems(model, { width: 320, theme: THEME });
    const words = items.filter(i => i.kind === 'label').flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => /均值|上限|下限/.test(s.style?.text ?? ''))
      .map(s => ({ left: s.style.x, right: s.style.x + textWidth(s.style.text), top: s.style.y - 6, bottom: s.style.y + 6, text: s.style.text }));
    assert.equal(words.length, 3);
    const between = items.filter(i => i.kind === 'segment').map(i => /** @type {any} */ (i.shapes[0]).shape).flatMap(({ x1, y1, x2, y2 }) => Array.from({ length: 21 }, (_, k) => [x1 + (x2 - x1) * k / 20, y1 + (y2 - y1) * k / 20]));
    for (const w of words) {
      assert.ok(!between.some(([x, y]) => x > w.left && x < w.right && y > w.top && y < w.bottom), `${w.text} meets the line of ${values}`);
      assert.ok(!words.some(o => o !== w && o.left < w.right && w.left < o.right && o.top < w.bottom && w.top < o.bottom), `${w.text} meets other words`);
    }
  }
});

/** Six panels with numbers and limits, and what is written in them. @param {number} width @param {string} [name] @param {number} [second]  the second number */
function small(width, name = '综合办公室', second = 24) {
  const values = [21, second, 26, 29, 18, 29, 20, 33, 19, 23, 24, 34];
  const series = Array.from({ length: 6 }, (_, i) => ({ name, department: `D${i}`, points: quarters(values.map(v => exact(v))) }));
  const limits = limitsOf(chart([{ mean: 25, upper: 32, lower: 18 }]), PERIODS.slice(0, 12));
  const { items, panels } = trendItems({ periods: PERIODS.slice(0, 12), series, unit: '次', decimals: 0, stock: false, toDate: false, changes: [], limits: series.map(() => limits) }, { width, theme: THEME });
  const texts = items.flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => s.type === 'text').map(s => s.style);
  return { panels, texts, words: texts.filter(s => /均值|上限|下限/.test(s.text)) };
}

test('in small panels what the lines are stands behind the name, in one line and clear of the numbers', () => {
  const { panels, words } = small(1100);
  assert.equal(words.length, 6);
  assert.equal(words[0].text, '均值 25.0 · 上限 32.0 · 下限 18.0');
  for (const [i, w] of words.entries()) {
    assert.equal(w.align, 'right');
    assert.ok(w.y < panels[i].top - 20 && w.x - textWidth(w.text) > panels[i].left + textWidth('综合办公室'));
  }
});

test('on a phone it stands under the name', () => {
  const { panels, words } = small(328);
  assert.deepEqual(words.map(w => [w.text, w.x, w.y]), panels.map(p => ['均值 25.0 · 上限 32.0 · 下限 18.0', p.left, p.top - 15]));
});

test('where the name leaves no room, the words of the lines meet no number', () => {
  const { texts, panels } = small(599, '某市某区综合行政执法与监督检查工作领导小组办公室（挂某某中心牌子）机关党委', 40);
  const box = (/** @type {any} */ s) => { const w = textWidth(s.text); const left = s.align === 'center' ? s.x - w / 2 : s.align === 'right' ? s.x - w : s.x; return [left, left + w, s.y - 5, s.y + 5]; };
  const inside = texts.filter(s => s.y > panels[0].top - 20);
  const words = inside.filter(s => /均值|上限|下限/.test(s.text));
  assert.ok(panels[0].band >= 34 && words.length >= 6, String(words.length));
  for (const w of words) {
    const a = box(w);
    for (const o of inside) if (o !== w) { const b = box(o); assert.ok(a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2], `${w.text} on ${o.text}`); }
  }
});

test('the words of two lines that are left the same room stand beside each other', () => {
  const [above, below] = [200 - 118 - 9, 200 - 100 + 9];
  const drawn = [{ x: 0, y: above }, { x: 298, y: above }, { x: 298, y: below }, { x: 0, y: below }];
  const words = limitItems(limitsOf(chart([{ mean: 100, upper: 118, lower: null }]), PERIODS), { ...PLACE, centre: i => 10 + i * 18, drawn }, 1, THEME)
    .flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => s.type === 'text').map(s => s.style);
  assert.equal(words.length, 2);
  assert.equal(words[0].y, words[1].y);
  assert.ok(words[1].x + textWidth(words[1].text) <= words[0].x, words.map(w => w.x).join());
});

test('a trend draws limits for a series of its own panel only', () => {
  const limits = limitsOf(chart([{}]), PERIODS);
  const series = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => ({ name: `D${i}`, department: `D${i}`, points: quarters(PERIODS.map(() => exact(20))) }));
  const items = (/** @type {number} */ n) => trendItems({ periods: PERIODS, series: series(n), unit: '次', decimals: 0, stock: false, toDate: false, changes: [], limits: series(n).map(() => limits) }, { width: 900, theme: THEME }).items;
  const lines = (/** @type {number} */ n) => items(n).filter(i => i.kind === 'limit' || i.kind === 'mean').length;
  assert.equal(lines(1), 2);
  assert.equal(lines(3), 0);
  assert.equal(lines(5), 10);
});

/** @type {import('../types.js').FunnelAnswer} */
const FUNNEL = { metric: 'm', unit: '人', category: null, parent: 'D', period: '2025', size: 'rate', part_metric: null, whole_metric: null, rows: [],
  funnel: { reason: null, centre: 3, left_out: [], dispersion: null,
    points: [{ department: 'D1', events: 1, size: 20, value: 5, outlier: 'inside' }, { department: 'D2', events: 14, size: 90, value: 15.6, outlier: 'high_998' }, { department: 'D3', events: 9, size: 90, value: 10, outlier: 'high_95' }],
    lines: [20, 50, 90].map((size, i) => ({ size, inner: { lower: i, upper: 12 - i * 2 }, outer: { lower: i / 2, upper: 20 - i * 3 } })) } };
const MODEL = { answer: FUNNEL, name: (/** @type {string} */ c) => c, said: () => '' };

test('a funnel names only who is outside its lines, marks only the outer ones, and orders nobody', () => {
  const { items } = funnelItems(MODEL, { width: 800, theme: THEME });
  const texts = items.flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => s.type === 'text').map(s => s.style.text);
  assert.ok(texts.includes('D2') && texts.includes('D3') && !texts.includes('D1'), texts.join());
  const framed = items.filter(i => i.kind === 'mark' && /** @type {any[]} */ (i.shapes).some(s => s.type === 'polygon')).map(i => i.ref);
  assert.deepEqual(framed, ['D2']);
  assert.deepEqual(items.filter(i => i.kind === 'mark').map(i => i.ref), ['D1', 'D2', 'D3']);
});

test('the lines of a funnel are two dashed and two solid, and the picture grows no wider than its box', () => {
  const { items, place } = funnelItems(MODEL, { width: 360, theme: THEME });
  assert.equal(items.filter(i => i.kind === 'inner').length, 2);
  assert.equal(items.filter(i => i.kind === 'outer').length, 2);
  const ends = items.filter(i => ['inner', 'outer'].includes(i.kind)).map(i => /** @type {any} */ (i.shapes[0]).shape.points.at(-1)[1]);
  assert.equal(new Set(ends).size, 4);
  const xs = items.filter(i => i.kind === 'mark').map(i => /** @type {any} */ (i.shapes[0]).shape.cx);
  assert.ok(Math.max(...xs) <= place.left + place.width);
  assert.ok(funnelChart(MODEL, { width: 360, theme: THEME }).height > 200);
});

test('on a phone no name lies upon another, the outer ones have theirs, and all stay in the picture', () => {
  const near = ['outer', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((name, i) => ({ department: `Department ${name}`, events: 9, size: 80 + i % 3, value: 14 + i % 2,
    outlier: /** @type {const} */ (name === 'outer' ? 'high_998' : 'high_95') }));
  const answer = { ...FUNNEL, funnel: { ...FUNNEL.funnel, points: [...near.slice(1), near[0]] } };
  const { items, place } = funnelItems({ ...MODEL, answer }, { width: 328, theme: THEME });
  const names = items.flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => s.type === 'text' && s.style.text.startsWith('Department')).map(s => s.style);
  assert.ok(names.some(n => n.text === 'Department outer') && names.length > 2 && names.length < near.length, names.map(n => n.text).join());
  const boxes = names.map(n => { const w = textWidth(n.text); const x = n.align === 'right' ? n.x - w : n.x; return [x, x + w, n.y - 7, n.y + 7]; });
  for (const [i, a] of boxes.entries()) {
    assert.ok(a[0] >= place.left && a[1] <= 328, names[i].text);
    for (const b of boxes.slice(i + 1)) assert.ok(a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2], names[i].text);
  }
});

/** The names written beside dots. @param {any[]} points */
const named = points => funnelItems({ ...MODEL, answer: { ...FUNNEL, funnel: { ...FUNNEL.funnel, points } } }, { width: 800, theme: THEME }).items
  .flatMap(i => /** @type {any[]} */ (i.shapes)).filter(s => s.type === 'text' && s.style.text.startsWith('Department')).map(s => s.style);

test('in a crowd of dots only who is outside the outer lines is named', () => {
  const crowd = Array.from({ length: 41 }, (_, i) => Array.from({ length: 40 }, (_, k) => ({ department: 'D', events: 9, size: 60 + i, value: 6 + k * 0.35, outlier: 'inside' }))).flat();
  const one = (/** @type {string} */ outlier) => named([...crowd, { department: 'Department one', events: 9, size: 80, value: 13, outlier }]).map(n => n.text);
  assert.deepEqual(one('high_95'), []);
  assert.deepEqual(one('high_998'), ['Department one']);
});

test('names at the top of a funnel stay in the picture', () => {
  const top = Array.from({ length: 6 }, (_, i) => ({ department: `Department ${i}`, events: 9, size: 80, value: 20, outlier: 'high_998' }));
  const names = named(top);
  assert.equal(names.length, 3, 'at the right edge, each below the other');
  for (const each of names) assert.ok(each.y >= 8, `${each.text} ${each.y}`);
});

test('rates have two decimals, shares one and a sign', () => {
  assert.equal(funnelNumber(FUNNEL, 2.406), '2.41');
  assert.equal(funnelNumber({ ...FUNNEL, size: 'share' }, 0.8671), '86.7%');
});

test('a bullet has a bar to what is sure, an arrow where there may be more, and nothing for what is withheld', () => {
  const draw = (/** @type {any} */ point) => String(bullet(point, 50, 'said'));
  assert.match(draw(exact(40)), /bullet-bar/);
  assert.match(draw({ ...over60, upper: null }), /bullet-arrow/);
  assert.match(draw(over60), /bullet-open/);
  assert.doesNotMatch(draw(withheld), /bullet-bar|bullet-open|bullet-arrow/);
  assert.match(draw(withheld), /bullet-tick/);
  assert.doesNotMatch(draw(exact(0)), /bullet-bar/);
});

// @ts-check
import { textWidth } from './layout.js';
import { readTheme } from './theme.js';

/** @typedef {(size: {width: number, theme: import('./theme.js').Theme}) => {height: number, option: object}} Build */
/**
 * @typedef {object} Mounted
 * @property {(ref: string | null) => void} highlight  shows where a point stands, or nothing
 * @property {Promise<void>} ready  settles when the chart is drawn; fails where the library cannot be loaded
 * @property {() => void} dispose
 */

// The version is part of the address: this file may be cached for ever.
const LIBRARY = '/lib/echarts/6.0.0/echarts.esm.min.js';
const PRINT_WIDTH = 650;

const frame = () => new Promise(requestAnimationFrame);
const idle = () => new Promise(resolve => 'requestIdleCallback' in window
  ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 1));

/** @param {Element} element */
const scrolledIntoView = element => new Promise(resolve => {
  const observer = new IntersectionObserver(entries => {
    if (entries.some(e => e.isIntersecting)) { observer.disconnect(); resolve(undefined); }
  }, { rootMargin: '200px' });
  observer.observe(element);
});

/** @type {any} the library, once it has come */
let loaded = null;

/** Loading, evaluating and drawing are tasks of their own, so that none of them keeps the page from answering; the next chart waits for nothing. */
async function library() {
  if (loaded) return loaded;
  await idle();
  const echarts = await import(LIBRARY);
  await idle();
  // The measure the drawing was planned with: asking a canvas makes the first chart a tenth slower.
  echarts.setPlatformAPI({ measureText: (/** @type {string} */ text, /** @type {string} */ font) => ({ width: textWidth(text, Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)) }) });
  return loaded = echarts;
}

/**
 * Draws a chart into an element, again after each change of width or colours.
 * @param {HTMLElement} element @param {Build} build
 * @param {{open: (ref: string) => void, print: boolean}} options @returns {Mounted}
 */
export function mountChart(element, build, { open, print }) {
  /** @type {any} */
  let chart = null;
  /** @type {any} */
  let option = null;
  let width = 0;
  let gone = false;
  /** What was built to know the height, for the first drawing. @type {ReturnType<Build> | null} */
  let ahead = null;

  /** The height is known before the library is there, so that nothing moves when the chart comes. */
  const prepare = () => {
    width = print ? Math.min(PRINT_WIDTH, element.clientWidth || PRINT_WIDTH) : Math.floor(element.clientWidth);
    const built = build({ width: Math.max(width, 240), theme: readTheme(element) });
    element.style.height = `${built.height}px`;
    return built;
  };

  const draw = () => {
    const ready = ahead;
    ahead = null;
    if (gone || !chart || element.clientWidth < 40) return;
    const built = ready && (print || Math.floor(element.clientWidth) === width) ? ready : prepare();
    option = built.option;
    chart.resize({ width, height: built.height });
    // The tooltip stays the same one: a new one would leave its predecessor's picture behind.
    chart.dispatchAction({ type: 'hideTip' });
    chart.setOption(option, { replaceMerge: ['series', 'grid', 'xAxis', 'yAxis'] });
    fitToPaper(element, width, built.height);
  };

  const start = async () => {
    // Before the page is painted, and not in the task that wrote it.
    if (!print) await frame();
    if (gone) return;
    ahead = prepare();
    if (!print) await scrolledIntoView(element);
    const echarts = await library();
    if (gone) return;
    chart = echarts.init(element, null, { renderer: 'svg', width: 400, height: 300 });
    chart.on('click', (/** @type {any} */ event) => { if (event.data?.ref) open(event.data.ref); });
    chart.on('rendered', () => fitToPaper(element, chart.getWidth(), chart.getHeight()));
    draw();
    observer.observe(element);
  };

  const observer = new ResizeObserver(() => { if (Math.abs(element.clientWidth - width) >= 1 && !print) draw(); });
  const colours = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query));
  colours.forEach(query => query.addEventListener('change', draw));
  const printing = /** @type {const} */ (['beforeprint', 'afterprint']);
  printing.forEach(event => addEventListener(event, draw));
  const escape = (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Escape') chart?.dispatchAction({ type: 'hideTip' }); };
  document.addEventListener('keydown', escape);

  return {
    ready: start(),
    highlight(ref) {
      if (!chart) return;
      const index = ref === null ? -1 : option.series[0].data.findIndex((/** @type {any} */ d) => d.ref === ref);
      chart.dispatchAction({ type: 'downplay', seriesIndex: 0 });
      if (index < 0) { chart.dispatchAction({ type: 'hideTip' }); return; }
      chart.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex: index });
      chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: index });
    },
    dispose() {
      gone = true;
      observer.disconnect();
      document.removeEventListener('keydown', escape);
      colours.forEach(query => query.removeEventListener('change', draw));
      printing.forEach(event => removeEventListener(event, draw));
      chart?.dispose();
    },
  };
}

/** With a viewBox the drawing shrinks to the paper; without one print cuts it off. @param {Element} element @param {number} width @param {number} height */
function fitToPaper(element, width, height) {
  element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

// @ts-check
/** How long a reader waits: `node speed.js ADDRESS NAME PATH PATH [RUNS]` goes from one view to another and back by the address, as filters do. */
import puppeteer from 'puppeteer-core';
import { CHROMIUM, FLAGS, median } from './pages.js';

const SHOWN = () => !document.getElementById('main')?.hasAttribute('aria-busy') && document.querySelector('#main h1:not(.away)');

/** Follows a link within the pages and waits for the frame in which the new view, its charts included, stands. */
const CHANGE = async (/** @type {string} */ path) => {
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  /** @type {HTMLElement} */ (main.firstElementChild).dataset.old = '1';
  const link = Object.assign(document.createElement('a'), { href: path });
  document.body.append(link);
  const begun = performance.now();
  link.click();
  await new Promise(resolve => {
    const stands = () => !main.querySelector('[data-old]') && !main.hasAttribute('aria-busy') && [...main.querySelectorAll('.chart')].every(c => c.querySelector('svg'));
    const look = () => stands() ? requestAnimationFrame(() => setTimeout(resolve)) : requestAnimationFrame(look);
    look();
  });
  link.remove();
  return performance.now() - begun;
};

const [address, first, second, runs = '15'] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(new URL(first, address).href);
  await page.waitForFunction(SHOWN);
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < Number(runs) * 2; run++) times.push(/** @type {number} */ (await page.evaluate(CHANGE, run % 2 ? first : second)));
  // The first two fetch files and compile code.
  const warm = times.slice(2);
  console.log(`${second}\n  from the change of a filter to what is painted: median ${Math.round(median(warm))} ms, worst ${Math.round(Math.max(...warm))} ms of ${warm.length}`);
} finally {
  await browser.close();
}

// @ts-check
/** Lighthouse over the pages of a running server, on a phone and on a desktop: `node lighthouse.js ADDRESS [RUNS] [PATH…]`. Exit 1 where a median is below 95. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { CHROMIUM, FLAGS, median, PAGES } from './pages.js';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TIMES = { 'first-contentful-paint': 'FCP', 'largest-contentful-paint': 'LCP', 'total-blocking-time': 'TBT', 'cumulative-layout-shift': 'CLS' };

const [address, runs = '5', ...paths] = process.argv.slice(2);
const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ['--headless=new', ...FLAGS] });
try {
  for (const path of paths.length ? paths : PAGES) {
    for (const form of ['mobile', 'desktop']) await measure(path, form);
  }
} finally {
  chrome.kill();
}

/** @param {string} path @param {string} form */
async function measure(path, form) {
  /** @type {import('lighthouse').Result[]} */
  const results = [];
  let failed = 0;
  while (results.length < Number(runs)) {
    const answer = await lighthouse(new URL(path, address).href, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' },
      form === 'desktop' ? desktop : undefined);
    // Now and then Chromium tells nothing of what it painted: that is no measurement, and another is made.
    if (answer && answer.lhr.categories.performance.score !== null && answer.lhr.audits['first-contentful-paint'].score !== null) results.push(answer.lhr);
    else if (++failed > Number(runs)) throw new Error(`${path}: no measurement: ${answer?.lhr.runtimeError?.message ?? answer?.lhr.audits['first-contentful-paint'].errorMessage}`);
  }
  const scores = CATEGORIES.map(name => ({ name, all: results.map(r => Math.round((r.categories[name].score ?? 0) * 100)) }));
  const times = Object.entries(TIMES).map(([audit, short]) => `${short} ${Math.round(median(results.map(r => r.audits[audit].numericValue ?? 0)) * 1000) / 1000}`);
  if (scores.some(s => median(s.all) < LEAST)) process.exitCode = 1;
  console.log(`${form.padEnd(7)} ${path}\n        ${scores.map(s => `${s.name} ${median(s.all)} (${s.all.join(' ')})`).join(' · ')} · ${times.join(' ')}${failed ? ` · ${failed} without a measurement` : ''}`);
}

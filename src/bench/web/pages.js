// @ts-check
/** What both measurements share: pages of the demonstration data, the browser, the median. */
import { execFileSync } from 'node:child_process';

export const PAGES = ['/', '/trends?m=talk_integrity_persontimes&o=D05,D08,D10,D15&g=Q&f=2022-Q1&t=2024-Q4', '/compare?m=talk_integrity_persontimes&p=2022&parent=D',
  '/discipline?o=D15&p=2023-Q1', '/reports', '/reports/R0019', '/review', '/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2024-Q4', '/extracts?o=D01', '/signals?o=D&p=2026-Q2', '/admin'];

/** This machine's own Chromium. */
export const CHROMIUM = execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], { encoding: 'utf8' }).trim();
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** @param {number[]} numbers */
export const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

// @ts-check
/** The order of the desk and what is said of it; pure. */
import { metricName } from '../catalog.js';
import { number } from '../format.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../types.js').Proposal} Proposal */

const RISKS = ['conflict', 'weak', 'bound', 'exact'];
const OPEN = ['open', 'queried', 'vouched'];

/** Whether it awaits a person. @param {Proposal} p */
export const isOpen = p => !p.taken && OPEN.includes(p.status);

/** What lies on the desk: what awaits a person by risk, then what has been judged, as the text has it. @param {Proposal[]} proposals */
export function inOrder(proposals) {
  const here = proposals.filter(p => !p.taken && p.status !== 'replaced');
  const rank = (/** @type {Proposal} */ p) => isOpen(p) ? RISKS.indexOf(p.risk) + (p.status === 'queried' ? 4 : 0) : 9;
  return [...here].sort((a, b) => rank(a) - rank(b) || a.start - b.start || a.number - b.number);
}

/** The next that awaits a person behind this one, else the first that does. @param {Proposal[]} ordered @param {string} id */
export function nextOpen(ordered, id) {
  const at = ordered.findIndex(p => p.id === id);
  return ordered.slice(at + 1).find(isOpen) ?? ordered.find(p => p.id !== id && isOpen(p)) ?? null;
}

/** How far the report has come: how many of how many are judged. @param {Proposal[]} proposals */
export function reached(proposals) {
  const here = proposals.filter(p => !p.taken && p.status !== 'replaced');
  const open = here.filter(isOpen);
  return { all: here.length, open: open.length, done: here.length - open.length, taken: proposals.filter(p => p.taken).length,
    conflicts: open.filter(p => p.risk === 'conflict').length };
}

/** @param {Proposal[]} proposals */
export function deskSentence(proposals) {
  const r = reached(proposals);
  if (!r.all && !r.taken) return t('desk.silent');
  if (!r.all) return t('desk.allTaken', { count: number(r.taken) });
  const done = r.open ? t('desk.sentence', { all: number(r.all), done: number(r.done), open: number(r.open) }) : t('desk.done', { all: number(r.all) });
  return `${done}${r.conflicts ? t('desk.conflicts', { count: number(r.conflicts) }) : ''}`;
}

/** What is counted, as the catalogue calls it or as the text does. @param {import('../types.js').Catalog} catalog @param {Proposal} p */
export const subject = (catalog, p) => {
  const metric = p.key?.metric ?? p.metric;
  return metric ? metricName(catalog, metric) : t('desk.uncatalogued', { phrase: p.phrase || p.quote });
};

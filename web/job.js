// @ts-check
/** How an import stands or ended, in words. */
import { t, withTexts } from './i18n/index.js';

await withTexts('reports');

const TAKEN = ['accepted', 'already_imported', 'would_accept'];

/** Whether the file is in, or would be. @param {{outcome: string | null}} file */
export const isTaken = ({ outcome }) => TAKEN.includes(outcome ?? '');

/** Whether there is something new in the ledger. @param {import('./types.js').ImportJob} job */
export const hasStored = job => !job.dry_run && job.receipts.some(r => r.outcome === 'accepted');

/** With how many of the files were taken, where others were not. @param {string} status @param {boolean} dry a preview @param {{outcome: string | null}[]} files */
export function jobWord(status, dry, files) {
  const taken = files.filter(isTaken).length;
  const word = t(`job.${status}`);
  if (taken === 0 || taken === files.length) return word;
  const partly = t(dry ? 'job.partlyPreview' : 'job.partly', { count: files.length, taken });
  return status === 'refused' ? partly : word + t('list.comma') + partly;
}

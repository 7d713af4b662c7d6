// @ts-check
import { t } from '../i18n/index.js';

/** What stands where a report names no single department or period: of these only figures have several. @param {import('../types.js').Report} r */
export const several = r => r.figures > 0 && (r.kind === 'figures' || r.kind === 'text') ? t('reports.several') : '—';

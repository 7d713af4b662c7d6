// @ts-check
/** Kinds of sanction. */
export const texts = {
  'discipline.title': '{track} ({unit}, {basis}): {department}, {period}', 'discipline.apart': 'Party discipline and administrative sanctions are counted apart; one person may have both, so they are never added. The four forms stand apart too.',
  'discipline.bySize': '{metric} for the size of each department (funnel)',
  'discipline.way.kind': 'Kinds', 'discipline.way.period': 'By period', 'discipline.way.rank': 'By rank', 'discipline.way.forms': 'Four forms',
  'discipline.periodTitle': '{track} by period ({unit}, {basis}): {department}', 'discipline.byRank': '{metric} by rank',
  'discipline.unstacked': 'Not stacked: {kind}, {period} ({state}). Numbers that are not exact and whole: {count}; each kind is drawn apart.',
  'discipline.forms': 'The four forms are how leads were handled. They are no kinds of sanction and are never added to sanctions; everyday talks are not part of the first form.',
  'discipline.ranks': 'Ranks sort the persons, not the gravity of sanctions; nothing is added across these charts.', 'discipline.noRank': 'This department has no figures by rank for this period.', 'discipline.noRank.action': 'See the kinds',
};

// @ts-check
/** What a control chart says of a series. */
export const texts = {
  'signal.title': 'Is the change real?', 'signal.common_cause': 'Ordinary variation', 'signal.improvement_high': 'Unusually high (good)', 'signal.improvement_low': 'Unusually low (good)', 'signal.concern_high': 'Unusually high (look into it)',
  'signal.concern_low': 'Unusually low (look into it)', 'signal.neutral_high': 'Unusually high', 'signal.neutral_low': 'Unusually low', 'signal.few_points': 'Too few periods', 'signal.few_moving_ranges': 'Too few neighbours',
  'signal.last_excluded': 'Latest not exact', 'signal.small_mean': 'Numbers too small', 'signal.to_date': 'Year to date', 'signal.stock': 'At a date', 'signal.mixed_lengths': 'Periods of several lengths', 'signal.overlapping': 'Periods overlap',
  'signal.not_consecutive': 'Periods left out', 'signal.reorganised': 'Reorganised', 'signal.notBad': 'Unusual is not bad, nor good: it only says that the change is more than the ordinary variation. Please look for the cause.',
  'signal.why.outside_high': 'above the upper limit', 'signal.why.outside_low': 'below the lower limit', 'signal.why.trend_up': 'seven rising in a row', 'signal.why.trend_down': 'seven falling in a row', 'signal.why.two_of_three_high': 'two of three near the upper limit',
  'signal.why.two_of_three_low': 'two of three near the lower limit', 'signal.why.shift_high': 'seven in a row above the mean', 'signal.why.shift_low': 'seven in a row below the mean',
  'signal.about.special': 'The latest period: {why}. ', 'signal.about.disagree': 'The reasons point different ways; all are given. ', 'signal.about.common_cause': 'The latest period is within the ordinary variation.',
  'signal.about.few_points': 'Only {points} exact numbers: below 8 there is the median alone, from 8 to 12 trial limits, from 13 on a judgement.', 'signal.about.few_moving_ranges': 'Fewer than seven times do two exact numbers stand next to each other; limits do not stand yet.',
  'signal.about.last_excluded': 'The latest period has no confirmed exact number, so nothing is said.', 'signal.about.small_mean': 'The mean is below 3: one more or less is ordinary, so nothing is said.', 'signal.about.to_date': 'Numbers to date contain those before them and cannot be judged so; look at the numbers in the period.',
  'signal.about.stock': 'Numbers at a date hang together and cannot be judged so.', 'signal.about.mixed_lengths': 'Periods of several lengths cannot be judged so.', 'signal.about.overlapping': 'Periods that overlap cannot be judged so.', 'signal.about.not_consecutive': 'Periods with others left out cannot be judged so.',
  'signal.about.reorganised': 'A reorganisation made it another department; record a new phase to have it judged.',
  'limits.mean': 'Mean {value}', 'limits.median': 'Median {value}', 'limits.upper': 'Upper limit {value}', 'limits.lower': 'Lower limit {value}', 'limits.trialUpper': 'Trial upper limit {value}', 'limits.trialLower': 'Trial lower limit {value}',
  'limits.note': 'Unusual: {why}', 'limits.onlyOne': 'Limits are drawn when one department is chosen.',
  'phase.title': 'Record a new phase', 'phase.note': 'Where something known has changed the work for good, a person decides from which period on mean and limits begin anew; a signal never does that by itself.', 'phase.first': 'From this period on', 'phase.go': 'Record', 'phase.back': 'Take a phase back',
  'phase.recorded': 'New phase from {first}: {reason} ({actor}, {date})',
};

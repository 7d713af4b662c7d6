// @ts-check
/**
 * The objects of the wire, as schema/openapi.yaml describes them.
 *
 * @typedef {'in_period' | 'to_date' | 'at_end'} Basis
 * @typedef {'exact' | 'zero' | 'at_least' | 'at_most' | 'about' | 'range' | 'withheld' | 'suppressed'
 *   | 'not_mentioned' | 'not_reported' | 'not_applicable' | 'not_due' | 'unconfirmed'} State
 * @typedef {State | 'conflict' | 'withdrawn'} Shown  what is shown: a conflict hides the state under it
 * @typedef {'stated' | 'summed' | 'derived' | 'partial' | 'missing'} Method
 * @typedef {'confirmed' | 'unconfirmed' | 'revised'} Review
 * @typedef {{zh: string, en: string}} Name
 * @typedef {{lower: number | null, upper: number | null}} Interval
 *
 * @typedef {{reported: number, expected: number}} Coverage  how many of the parts have a number
 * @typedef {object} Point
 * @property {string} period
 * @property {number | null} value
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {State} state
 * @property {string | null} qualifier
 * @property {Method} method
 * @property {Review} review
 * @property {number} revision
 * @property {string | null} value_text
 * @property {Interval | null} conflict
 * @property {Coverage} coverage
 * @property {string[]} figures
 * @property {Balance | null} [balance]  in a series only
 *
 * @typedef {{statement: Interval, children: Interval | null, gap: Interval | null, coverage: {reported: number, expected: number}}} Balance
 *
 * @typedef {{code: string, name: Name, parent: string | null, opened: string | null, closed: string | null, additive: boolean}} Department
 *
 * @typedef {object} Metric
 * @property {string} code
 * @property {Name} name
 * @property {string} family
 * @property {string} unit
 * @property {number} decimals
 * @property {'flow' | 'persons' | 'stock' | 'percap' | 'categories' | 'ratio'} kind
 * @property {'more' | 'neutral'} direction
 * @property {boolean} person_sensitive
 * @property {string[]} schemes
 * @property {Name} caution
 * @property {string[]} departments
 * @property {import('./periods.js').Kind[]} lengths  of the periods for which anything is known
 *
 * @typedef {{code: string, name: Name, parent: string | null}} Category
 * @typedef {{scheme: string, name: Name, ordered: boolean, categories: Category[]}} Classification
 * @typedef {{date: string, kind: 'renamed' | 'merged' | 'split' | 'moved', from: string, to: string}} Reorganisation
 *
 * @typedef {object} Catalog
 * @property {string} version
 * @property {string | null} as_of
 * @property {boolean} demo
 * @property {Department[]} departments
 * @property {{family: string, name: Name}[]} families
 * @property {Metric[]} metrics
 * @property {Classification[]} classifications
 * @property {string[]} periods
 * @property {Reorganisation[]} reorganisations
 *
 * @typedef {{period: string, at_least: number, source: string, attainment: Attainment}} TargetBeside  over the same months as the point of the period
 * @typedef {{department: string, category: string | null, points: Point[], targets: TargetBeside[], breaks: Reorganisation[]}} Series
 * @typedef {{metric: string, unit: string, basis: Basis, view: 'as_was' | 'as_is', periods: string[], series: Series[]}} SeriesAnswer
 *
 * @typedef {{kind: 'renamed' | 'merged' | 'split' | 'moved' | 'opened' | 'closed', date: string, from: string, to: string}} Obstacle
 * @typedef {{departments: string[], base_departments: string[], current: Interval | null, base: Interval | null,
 *   difference: Interval | null, percent: number | null, reason: string | null}} Union
 *
 * @typedef {object} ComparisonRow
 * @property {string} department
 * @property {Point} current
 * @property {Point} base
 * @property {Interval | null} difference
 * @property {number | null} percent
 * @property {string | null} reason
 * @property {Union | null} matched
 * @property {{department: string, reason: string, obstacle: Obstacle | null}[]} left_out
 * @property {Obstacle | null} obstacle
 * @property {Union | null} offered
 *
 * @typedef {object} ComparisonAnswer
 * @property {string} metric
 * @property {string} unit
 * @property {string | null} category
 * @property {Basis} basis
 * @property {string} period
 * @property {'like_for_like' | 'as_is'} view
 * @property {string} base_period
 * @property {ComparisonRow[]} rows
 *
 * @typedef {object} OverviewRow
 * @property {string} metric
 * @property {string} unit
 * @property {Basis} basis
 * @property {Point[]} points  one per period
 * @property {Reorganisation[]} breaks
 * @property {ComparisonRow} previous
 * @property {ComparisonRow} year_ago
 * @property {Signal} signal
 * @property {Target | null} target  of the period, or of a longer one that begins with it
 *
 * @typedef {{department: string, state: 'received' | 'not_reported' | 'not_due'}} Reported
 * @typedef {{department: string, period: string | null, periods: string[], reports: Reported[], rows: OverviewRow[]}} OverviewAnswer
 *
 * @typedef {{state: 'received' | 'not_reported' | 'not_due' | 'not_applicable', due: string | null, received: string | null, days_late: number | null}} Filing
 * @typedef {{department: string, reports: Filing[], points: Point[] | null}} QualityRow
 * @typedef {{department: string, metric: string | null, basis: Basis | null, today: string, periods: string[], rows: QualityRow[],
 *   conflicts: {metric: string, department: string, basis: Basis, point: Point}[], silent: Report[]}} QualityAnswer
 *
 * @typedef {{metric: string, department: string, category: string | null, period: string, basis: Basis}} Question  which value is meant
 * @typedef {{lower: number | null, upper: number | null}} Share  null where the bound is no number before or after
 * @typedef {'new_report' | 'correction' | 'withdrawal' | 'organisation' | 'reorganisation' | 'calendar' | 'due' | 'several'} Cause
 * @typedef {'gained' | 'lost' | 'closed' | 'opened' | 'moved' | 'state' | 'coverage' | 'conflict' | 'evidence'} Effect
 * @typedef {{id: string, revision: number, value_text: string, value: number | null, lower: number | null, upper: number | null,
 *   state: State | 'withdrawn'}} RevisionOfFigure
 *
 * @typedef {object} Contribution
 * @property {Cause} kind
 * @property {string} at
 * @property {number} imports
 * @property {{id: string, name: string}[]} reports
 * @property {string | null} actor
 * @property {string | null} reason
 * @property {Point | null} before
 * @property {Point | null} after
 * @property {Share} share
 * @property {Effect[]} effects
 * @property {{metric: string, department: string, period: string, basis: Basis, scope: string, before: RevisionOfFigure | null, after: RevisionOfFigure}[]} figures
 * @property {number} more_figures
 *
 * @typedef {Question & {unit: string, since: string | null, as_of: string | null, from: Point | null, to: Point | null,
 *   difference: Share, contributions: Contribution[]}} ChangesAnswer
 *
 * @typedef {object} Passage
 * @property {'passage'} kind
 * @property {string} report
 * @property {number} start  offset in Unicode code points
 * @property {number} end
 * @property {number} paragraph
 * @property {string} quote
 * @property {string} before
 * @property {string} after
 *
 * @typedef {object} Line
 * @property {'line'} kind
 * @property {string} report
 * @property {number} line
 * @property {number} column
 * @property {string} field
 * @property {string[]} header
 * @property {string[]} row
 *
 * @typedef {{report: string, sheet: string, row: number, column: string, columns: {name: string, head: string}[], rows: {number: number, label: string, cells: string[]}[]}} FigureCells
 *
 * @typedef {object} Revision
 * @property {string} id
 * @property {number} revision
 * @property {string} value_text
 * @property {number | null} value
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {State | 'withdrawn'} state
 * @property {string} recorded_at
 * @property {string} actor
 * @property {string | null} reason
 * @property {string} report
 * @property {string} report_name
 *
 * @typedef {object} Figure
 * @property {string} id
 * @property {string} department
 * @property {string} metric
 * @property {string | null} category
 * @property {string} period
 * @property {string | null} from
 * @property {string | null} to
 * @property {Basis} basis
 * @property {'own' | 'consolidated'} scope
 * @property {number | null} value
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {State | 'withdrawn'} state
 * @property {string | null} qualifier
 * @property {Review} review
 * @property {number} revision
 * @property {string} value_text
 * @property {string} unit
 * @property {string | null} note
 * @property {Report} report
 * @property {Passage | Line} place
 * @property {Line | null} form_place
 * @property {Revision[]} revisions
 *
 * @typedef {object} Report
 * @property {string} id
 * @property {string} name
 * @property {'figures' | 'departments' | 'reorganisations' | 'calendar' | 'targets' | 'text'} kind
 * @property {string | null} department
 * @property {string | null} period
 * @property {string} sha256
 * @property {string[]} beginning
 * @property {number} size
 * @property {string} encoding
 * @property {string} received_at
 * @property {string} actor
 * @property {number} figures
 *
 * @typedef {{start: number, end: number, figure: string}} TextMark
 * @typedef {{report: Report, text: string, truncated: boolean, marks: TextMark[]}} ReportAnswer
 *
 * @typedef {{department: string, metric: string, category: string | null, period: string, basis: Basis, scope: 'own' | 'consolidated'}} Key
 * @typedef {{kind: 'confirm' | 'vouch' | 'no_count' | 'query' | 'reopen' | 'replace', at: string, actor: string, reason: string | null,
 *   value_text: string | null, figure: string | null, key: Key | null}} Verdict
 * @typedef {RevisionOfFigure & {review: Review, report: string, report_name: string, place: string}} StandingFigure
 *
 * @typedef {object} Proposal  a number that was seen in a text
 * @property {string} id
 * @property {number} number
 * @property {number} start  offset in Unicode code points
 * @property {number} end
 * @property {string} quote
 * @property {'open' | 'queried' | 'vouched' | 'confirmed' | 'no_count' | 'replaced'} status
 * @property {'conflict' | 'weak' | 'bound' | 'exact'} risk
 * @property {string | null} metric
 * @property {string} noun
 * @property {string} phrase
 * @property {string} family
 * @property {string | null} category
 * @property {string} value_text
 * @property {number | null} value
 * @property {number | null} lower
 * @property {number | null} upper
 * @property {State} state
 * @property {string} unit
 * @property {string} period
 * @property {Basis} basis
 * @property {string[]} flags
 * @property {string} rule
 * @property {string} reader
 * @property {boolean} person_sensitive
 * @property {Key | null} key
 * @property {StandingFigure[]} against
 * @property {string[]} others
 * @property {string | null} earlier
 * @property {string | null} taken
 * @property {StandingFigure | null} standing
 * @property {Verdict[]} verdicts
 *
 * @typedef {{department: string | null, period: string | null}} Attribution
 * @typedef {{report: Report, text: string, stated: Attribution, proposed: Attribution & {named: string}, proposals: Proposal[], marks: TextMark[], differences: number,
 *   noise: {start: number, end: number}[], asides: {start: number, end: number, decision: string, rule: string}[]}} DeskAnswer
 * @typedef {{id: string, key: Key, value_text: string, value: number | null, lower: number | null, upper: number | null, state: State, note: string}} WaitingFigure
 * @typedef {{count: number, figures: WaitingFigure[]}} WaitingAnswer
 * @typedef {{report: Report, stated: Attribution, proposals: number, open: number, queried: number, vouched: number}} QueuedReport
 *
 * @typedef {object} Finding
 * @property {'error' | 'warning'} severity
 * @property {string} rule
 * @property {string} place
 * @property {string} found
 * @property {string} accepted
 * @property {Name} message
 *
 * @typedef {object} Receipt
 * @property {string} file
 * @property {'accepted' | 'already_imported' | 'would_accept' | 'refused' | 'not_stored' | 'cancelled' | 'preview_outdated'} outcome
 * @property {string | null} kind
 * @property {string | null} encoding
 * @property {{file: string, sha256: string, checked_at: string} | null} earlier the attempt that the file was mended after
 * @property {string | null} report
 * @property {string | null} marked_copy address of the sender's own file with its faults marked
 * @property {{new: number, changed: number, same: number, refused: number}} counts
 * @property {number} proposed  how many numbers of a text await a person
 * @property {Finding[]} findings
 * @property {{header: string, place: string, candidates: {meaning: string, name: Name}[]}[]} questions
 * @property {{header: string, meaning: string, confirmed_by: string | null, confirmed_at: string | null}[]} answers
 * @property {{count: number, looked: number, brought: number, questions: PlausibilityQuestion[]}} doubts what is worth a second look; of many the first
 * @property {Preview | null} preview
 *
 * @typedef {object} PreviewRow
 * @property {'new' | 'changed' | 'withdrawn' | 'same' | 'refused'} effect
 * @property {string} place
 * @property {string | null} department
 * @property {string | null} metric
 * @property {string | null} category
 * @property {string | null} period
 * @property {string | null} basis
 * @property {string} text
 * @property {{figure: string | null, report: string | null, name: string, place: string, wording: string} | null} held
 *
 * @typedef {object} Preview
 * @property {string} sha256
 * @property {string[]} beginning  the first lines as they are decoded
 * @property {Record<PreviewRow['effect'], number>} counts
 * @property {PreviewRow[]} rows
 * @property {number} cell_count
 * @property {{department: string, metric: string, category: string | null, scope: string, period: string, before: Point | null, after: Point | null}[]} cells
 *
 * @typedef {object} ImportJob
 * @property {string} id
 * @property {'queued' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled'} status
 * @property {boolean} dry_run
 * @property {{name: string, done: number, total: number | null}[]} stages
 * @property {Receipt[]} receipts
 * @property {string | null} error
 * @property {Problem | null} problem
 * @property {string | null} preview
 *
 * @typedef {{actor: string, at: string, reason: string | null}} Decided
 * @typedef {object} Signal
 * @property {string | null} variation  what the last point says; null where nothing is said
 * @property {string[]} reasons  the rules it meets
 * @property {boolean} directed  whether the metric says which way is better
 * @property {string | null} assurance
 * @property {string | null} without_icon
 * @property {string | null} unfit
 * @property {number} points  how many values the limits rest on
 * @typedef {{department: string, period: string, departments: string[], metrics: {metric: string, signals: (Signal & {department: string, coverage: Coverage})[]}[]}} SignalGrid
 * @typedef {{from: string, to: string, points: number, standing: 'median_only' | 'trial' | 'full', median: number | null, mean: number | null, upper: number | null, lower: number | null}} Phase
 * @typedef {{department: string, category: string | null, signal: Signal, points: {period: string, exclusion: string | null, signals: string[]}[], phases: Phase[], decisions: (Decided & {first: string})[]}} ControlChart
 * @typedef {{metric: string, basis: Basis, periods: string[], charts: ControlChart[]}} ControlCharts
 * @typedef {{low: number, high: number | null, lower: number, upper: number | null}} Estimate
 * @typedef {{department: string, events: Point, whole: Point | null, person_months: Interval | null, estimate: Estimate | null, reason: string | null, few: boolean}} FunnelRow
 * @typedef {object} FunnelAnswer
 * @property {string} metric
 * @property {string} unit
 * @property {string | null} category
 * @property {string} parent
 * @property {string} period
 * @property {'rate' | 'share' | 'none'} size
 * @property {string | null} part_metric
 * @property {string | null} whole_metric
 * @property {FunnelRow[]} rows
 * @property {{reason: string | null, centre: number | null, points: {department: string, events: number, size: number, value: number, outlier: string}[],
 *   left_out: {department: string, why: string}[], lines: {size: number, inner: {lower: number, upper: number}, outer: {lower: number, upper: number}}[],
 *   dispersion: {phi: number, tau_squared: number} | null}} funnel
 * @typedef {'met' | 'not_met' | 'cannot_be_judged'} Attainment
 * @typedef {{metric: string, department: string, period: string, at_least: number, source: string, decided: Decided, point: Point, attainment: Attainment,
 *   pace: {standing: 'on_pace' | 'behind' | 'cannot_be_judged', so_far: Point, due: number, remaining: Interval | null, months_left: number} | null}} Target
 * @typedef {{department: string, period: string, targets: Target[]}} TargetsAnswer
 * @typedef {{metric: string, unit: string, point: Point, share: Estimate | null, reason: string | null, closed: {metric: string, unit: string, point: Point, open: Interval | null} | null}} ProcessStep
 * @typedef {{department: string, period: string, steps: ProcessStep[]}} ProcessAnswer
 * @typedef {{id: string, kind: string, department: string, metric: string, scope: string, basis: Basis, period: string, points: Point[], median: number | null, spread: number | null,
 *   place: string | null, history: number | null, factor: number | null, too_large: boolean | null, round: number | null, target: number | null, dismissed: Decided | null}} PlausibilityQuestion
 * @typedef {{department: string, periods: string[], questions: PlausibilityQuestion[]}} QuestionsAnswer
 *
 * @typedef {{rows: number, states: Record<string, number>}} ExtractCount
 * @typedef {{since: string, until: string, figures: number, changes: {new: number, changed: number, withdrawn: number}}} ExtractChanges
 * @typedef {{name: string, titles: string[], 'dc:description': {zh: string, en: string}}} ExtractColumn
 * @typedef {{count: ExtractCount, vintages: string[], vintage: string, columns: ExtractColumn[], preview: {columns: string[], rows: string[][]}, changes: ExtractChanges | null}} ExtractPage
 * @typedef {{type: string, title: string, status: number, detail: string,
 *   errors: {parameter: string, found: string, accepted: string}[]}} Problem
 *
 * @typedef {{number: number, at: string, actor: string, mode: string, reason: string | null}} Deed  who did something, when and why
 * @typedef {{code: string, name: Name, family: string, unit: string, kind: string, bases: Basis[], direction: 'more' | 'neutral', locked: boolean, aliases: string[],
 *   changed: string[], caution: Name, source: 'catalogue' | 'organisation', departments: number, lengths: number[], figures: number, history: Deed[]}} AdministrationMetric
 * @typedef {{as_of: string | null, base: number, metrics: AdministrationMetric[]}} AdministrationMetrics
 * @typedef {{code: string, name: Name, placed: string | null, parent: string | null, opened: string | null, closed: string | null, from: string | null,
 *   until: string | null, additive: boolean, exists: boolean, history: Deed[]}} AdministrationDepartment
 * @typedef {{date: string, kind: 'renamed' | 'merged' | 'split' | 'moved', from: string, to: string, weight: string | null, recorded: Deed, withdrawn: Deed | null}} AdministrationStep
 * @typedef {{as_of: string | null, base: number, day: string, departments: AdministrationDepartment[], reorganisations: AdministrationStep[]}} AdministrationDepartments
 * @typedef {{department: string, period: string, metric: string | null, due: string, came: string | null, recorded: Deed}} AdministrationLine
 * @typedef {{as_of: string | null, base: number, count: number, lines: AdministrationLine[]}} AdministrationCalendar
 * @typedef {Deed & {act: string, seal: string, report: {id: string, name: string} | null, counts: {new: number, changed: number, same: number}, verdicts: Record<string, number>}} LogEntry
 * @typedef {{as_of: string | null, base: number, count: number, entries: LogEntry[]}} AdministrationLog
 * @typedef {{id: string, status: string, dry_run: boolean, mode: string, actor: string, reason: string | null, submitted_at: string,
 *   files: {file: string, outcome: string | null, report: string | null}[], error: string | null}} ListedJob
 * @typedef {{imports: ListedJob[]}} ImportJobs
 * @typedef {{department: string, metric: string, category: string | null, period: string, view: 'as_was' | 'as_is', before: Point | null, after: Point | null}} AdministrationValue
 * @typedef {{as_of: string | null, base: number, outcome: string, receipts: Receipt[], preview: string | null, typed: string | null,
 *   effect: {charts: number, figures: number, breaks: number, listed: AdministrationValue[]} | null}} AdministrationChanged
 * @typedef {{member: string, by: Deed | null, fields: {field: string, base: string, theirs: string, mine: string}[]}} AdministrationConflict
 */
export {};

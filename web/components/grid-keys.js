// @ts-check
/** Arrow keys in a table whose cells are links: one of them is a tab stop, the keys move it. */

/** @type {Record<string, (at: {row: number, cell: number}, size: {rows: number, cells: number}, ctrl: boolean) => [number, number]>} */
const MOVES = {
  ArrowLeft: ({ row, cell }) => [row, cell - 1],
  ArrowRight: ({ row, cell }) => [row, cell + 1],
  ArrowUp: ({ row, cell }) => [row - 1, cell],
  ArrowDown: ({ row, cell }) => [row + 1, cell],
  PageUp: ({ row, cell }) => [row - 10, cell],
  PageDown: ({ row, cell }) => [row + 10, cell],
  Home: ({ row }, _, ctrl) => [ctrl ? 0 : row, 0],
  End: ({ row }, { rows, cells }, ctrl) => [ctrl ? rows - 1 : row, cells - 1],
};

/** Where a key leads in a table of this size; null where it leads nowhere. @param {string} key @param {{row: number, cell: number}} at @param {{rows: number, cells: number}} size @param {boolean} ctrl */
export function moved(key, at, size, ctrl) {
  const move = MOVES[key];
  if (!move) return null;
  const [row, cell] = move(at, size, ctrl);
  const kept = { row: Math.max(0, Math.min(size.rows - 1, row)), cell: Math.max(0, Math.min(size.cells - 1, cell)) };
  return kept.row === at.row && kept.cell === at.cell ? null : kept;
}

/** @param {HTMLTableElement} table its body has a row header and then a link in every cell */
export function startGridKeys(table) {
  const body = table.tBodies[0];
  const linkAt = (/** @type {number} */ row, /** @type {number} */ cell) => /** @type {HTMLElement | null} */ (body.rows[row]?.cells[cell + 1]?.querySelector('a') ?? null);
  table.addEventListener('keydown', event => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('td');
    const row = /** @type {HTMLTableRowElement | null} */ (cell?.parentElement ?? null);
    if (!cell || !row || event.altKey || event.metaKey) return;
    const at = { row: row.sectionRowIndex, cell: cell.cellIndex - 1 };
    const to = moved(event.key, at, { rows: body.rows.length, cells: row.cells.length - 1 }, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    linkAt(to.row, to.cell)?.focus();
  });
  // The tab stop is where one was last.
  table.addEventListener('focusin', event => {
    const link = /** @type {HTMLElement} */ (event.target).closest('td a');
    if (!link) return;
    body.querySelectorAll('a[tabindex="0"]').forEach(a => a.setAttribute('tabindex', '-1'));
    link.setAttribute('tabindex', '0');
  });
}

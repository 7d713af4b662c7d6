/* Words and numbers of the tables that are cut in two by the end of a line. */
() => {
  const cut = [];
  for (const cell of document.querySelectorAll('main :is(th, td)')) {
    // The heads of a table of cards are there for those who listen.
    if (!cell.checkVisibility() || cell.closest('table').matches('.folding') && cell.closest('thead')?.clientWidth <= 1) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const word of text.data.matchAll(/[A-Za-z]{2,}|[≥≤≈−+]?\d[\d,./]*/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = [...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top));
        if (new Set(lines).size > 1) cut.push(`${word[0]} in ${cell.textContent.replace(/\s+/g, ' ').trim().slice(0, 60)}`);
      }
    }
  }
  return cut;
}

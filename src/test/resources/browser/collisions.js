/* Words of the charts that lie over each other. Labels beside marks may meet where marks do: they are told again below. */
() => {
  const found = [];
  for (const svg of document.querySelectorAll('.chart svg')) {
    const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim())
      .map(text => ({ words: text.textContent, place: text.getBoundingClientRect() }));
    const base = svg.getBoundingClientRect();
    // Axis labels and cells of the strip stand in rows: only what shares a row can meet.
    const rows = Map.groupBy(texts, text => Math.round((text.place.y + text.place.height / 2 - base.y) / 4));
    for (const row of rows.values()) {
      if (row.length < 6) continue;
      row.sort((a, b) => a.place.left - b.place.left);
      row.slice(1).forEach((text, i) => { if (text.place.left < row[i].place.right - 1) found.push(`${row[i].words} / ${text.words}`); });
    }
  }
  return found;
}

/* Texts that are wider than the box they stand in, or than the window. Regions that scroll by themselves may be wider. */
() => {
  const found = [];
  const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll/.test(getComputedStyle(p).overflowX)) return true; return false; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const box = node.parentElement;
    if (!node.data.trim() || box.closest('svg, option, noscript, script, .away, .skip, [hidden]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (!text.width || scrolls(box)) continue;
    let holder = box;
    while (getComputedStyle(holder).display === 'inline' && holder.parentElement) holder = holder.parentElement;
    const room = holder.getBoundingClientRect();
    const cut = /hidden|clip/.test(getComputedStyle(holder).overflowX) && holder.scrollWidth > holder.clientWidth + 1;
    if (text.right > room.right + 1 || text.left < room.left - 1 || text.right > innerWidth + 1 || cut) {
      found.push(`"${node.data.trim().slice(0, 40)}" in ${holder.tagName.toLowerCase()}${holder.id ? `#${holder.id}` : holder.className ? `.${holder.className}` : ''}`);
    }
  }
  for (const text of document.querySelectorAll('main svg text')) {
    const [words, drawing] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
    if (words.width && text.textContent.trim() && (words.right > drawing.right + 2 || words.left < drawing.left - 2)) found.push(`"${text.textContent}" in a drawing`);
  }
  for (const chosen of document.querySelectorAll('select, input, button')) {
    if (chosen.getClientRects().length && chosen.getBoundingClientRect().right > innerWidth + 1 && !scrolls(chosen)) found.push(`${chosen.tagName} ${chosen.id}`);
  }
  return [...new Set(found)];
}

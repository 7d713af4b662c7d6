/* What has the focus, in words that stay the same with other data, and '' or what is wrong with seeing it. */
() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return ['end', ''];
  const kind = e.id && !/^(m-|card)/.test(e.id) ? `#${e.id}` : e.dataset.ref ? 'value' : e.closest('nav') ? `nav ${e.textContent}`
    : e.matches('.scroll') ? 'region' : e.matches('.chip') ? 'chip' : e.closest('table') ? `table ${e.tagName.toLowerCase()}`
      : `${e.tagName.toLowerCase()} ${(e.getAttribute('aria-label') || e.textContent || e.getAttribute('name') || '').trim().replaceAll(location.host, 'HOST').slice(0, 24)}`;
  const place = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const bar = document.querySelector('.bar').getBoundingClientRect();
  const wrong = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no outline');
  if (place.bottom <= 0 || place.top >= innerHeight || place.right <= 0 || place.left >= innerWidth) wrong.push('out of the window');
  if (!e.closest('.bar') && !e.matches('.skip') && place.bottom < bar.bottom + 4) wrong.push('under the bar');
  return [kind, wrong.join(', ')];
}

/* Cells of tables whose numbers are not plain digits in groups of three: 12.5万, 125000. The words of a report before " · " are left as they are. */
() => [...document.querySelectorAll('main table :is(td, th)')]
  .map(cell => cell.innerText.replace(/\s+/g, ' ').trim())
  .filter(text => /\d\s?万/.test(text.replace(/^[^·]+ · /, '')) || /(?<![\w.,-])\d{5,}(?![\w,])/.test(text))

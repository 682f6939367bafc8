"use strict";
(() => {
  const search = document.getElementById("search");
  const rows = [...document.querySelectorAll("tr[data-found]")].map(row => ({ row, text: row.textContent.toLowerCase() }));

  function apply() {
    const words = search.elements.text.value.toLowerCase().split(/\s+/).filter(word => word);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) found++;
    }
    search.elements.count.value = words.length === 0 ? "" : `${found} of ${rows.length} implementations and requirements are shown.`;
  }

  const compare = document.getElementById("compare");
  // Two implementations, if there are two: nobody wants to compare a run with itself.
  const second = compare.elements.b.querySelectorAll("optgroup")[1]?.querySelector("option") ?? compare.elements.b.options[1];
  if (second) second.selected = true;
  compare.addEventListener("submit", event => {
    event.preventDefault();
    location.href = `compare.html#a=${compare.elements.a.value}&b=${compare.elements.b.value}`;
  });
  search.addEventListener("input", apply);
  search.addEventListener("submit", event => event.preventDefault());
  search.closest("search").hidden = false;
  apply();
})();

"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const runs = new Map(data.runs.map(run => [run.id, run]));
  const form = document.getElementById("runs");
  const table = document.getElementById("difference");

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // The verdict of a run, as a link to its evidence.
  function verdictCell(run, requirement, at) {
    const cell = document.createElement("td");
    const verdict = data.verdicts[run.verdicts[at]];
    if (!verdict) {
      cell.textContent = "not judged";
      return cell;
    }
    const link = document.createElement("a");
    link.href = `${run.certificate}#${requirement.id}`;
    const badge = element("span", "", `badge ${verdict.style}`);
    const symbol = element("span", verdict.symbol);
    symbol.setAttribute("aria-hidden", "true");
    badge.append(symbol, ` ${verdict.name}`);
    link.append(badge, element("span", `, evidence for ${requirement.id} in ${run.name}`, "unseen"));
    cell.append(link);
    const why = run.why[at];
    if (why) cell.append(element("span", why, "where"));
    return cell;
  }

  function row(first, second, requirement, at) {
    const made = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    const link = element("a", requirement.id, "id");
    link.href = requirement.page;
    head.append(link);
    made.append(head, element("td", requirement.statement), verdictCell(first, requirement, at), verdictCell(second, requirement, at));
    return made;
  }

  // Violated by both, but in another way, is a difference, too.
  const differ = (first, second, at) => first.verdicts[at] !== second.verdicts[at] || (first.ways[at] ?? "") !== (second.ways[at] ?? "");

  function sentence(first, second, requirements, found) {
    if (first === second) return "This is one run: choose another one.";
    if (first.contract !== second.contract) return "The runs are about two contracts: choose two of one.";
    return found === 0
      ? `The runs agree on all ${requirements.length} requirements.`
      : `The runs differ in ${found} of ${requirements.length} requirements.`;
  }

  function show() {
    const [first, second] = [runs.get(form.elements.a.value), runs.get(form.elements.b.value)];
    const isComparable = first.contract === second.contract;
    const requirements = data.contracts[first.contract];
    const rows = isComparable
      ? requirements.map((requirement, at) => ({ requirement, at })).filter(({ at }) => differ(first, second, at))
      : [];
    table.querySelector("tbody").replaceChildren(...rows.map(({ requirement, at }) => row(first, second, requirement, at)));
    table.hidden = rows.length === 0;
    document.getElementById("first").textContent = first.name;
    document.getElementById("second").textContent = second.name;
    form.elements.count.value = sentence(first, second, requirements, rows.length);
  }

  function choose(name, id) {
    if (runs.has(id)) form.elements[name].value = id;
  }

  // Two implementations, if there are two: nobody wants to compare a run with itself.
  function usual() {
    const second = form.elements.b.querySelectorAll("optgroup")[1]?.querySelector("option") ?? form.elements.b.options[1];
    if (second) second.selected = true;
  }

  function follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    choose("a", asked.get("a"));
    choose("b", asked.get("b"));
    show();
  }

  function changed() {
    history.replaceState(null, "", `#a=${form.elements.a.value}&b=${form.elements.b.value}`);
    show();
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", event => event.preventDefault());
  form.elements.swap.addEventListener("click", () => {
    [form.elements.a.value, form.elements.b.value] = [form.elements.b.value, form.elements.a.value];
    changed();
  });
  form.closest("search").hidden = false;
  document.getElementById("without-script").hidden = true;
  usual();
  follow();
  window.addEventListener("hashchange", follow);
})();

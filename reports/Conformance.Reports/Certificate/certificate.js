"use strict";
(() => {
  const requirements = [...document.querySelectorAll(".requirement")];
  const endpoints = [...document.querySelectorAll(".endpoint")];
  const filter = document.querySelector(".filter");
  const form = filter.querySelector("form");
  const texts = new Map();

  // Read once and only when somebody searches: the evidence of a large run is millions of characters.
  function textOf(requirement) {
    if (!texts.has(requirement)) texts.set(requirement, requirement.textContent.toLowerCase());
    return texts.get(requirement);
  }

  function isChosen(requirement, words) {
    const { verdict, level, endpoint, profile } = form.elements;
    const data = requirement.dataset;
    return (!verdict.value || data.verdict === verdict.value)
      && (!level.value || data.level === level.value)
      && (!endpoint.value || data.endpoint === endpoint.value)
      && (!profile.checked || data.profile === "yes")
      && words.every(word => textOf(requirement).includes(word));
  }

  function apply() {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(word => word);
    let chosen = 0;
    for (const requirement of requirements) {
      requirement.hidden = !isChosen(requirement, words);
      if (!requirement.hidden) chosen++;
    }
    for (const endpoint of endpoints) endpoint.hidden = !endpoint.querySelector(".requirement:not([hidden])");
    form.elements.count.value = chosen === requirements.length
      ? `All ${requirements.length} requirements are shown.`
      : `${chosen} of ${requirements.length} requirements are shown.`;
  }

  function fold(open) {
    for (const requirement of requirements) {
      if (!requirement.hidden) requirement.open = open;
    }
  }

  // A link may name a requirement without its target: the first target that has it is meant.
  function find(id) {
    return document.getElementById(id) ?? requirements.find(requirement => requirement.dataset.requirement === id);
  }

  function follow() {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const place = id && find(id);
    if (!place) return;
    if (place.closest("[hidden]")) {
      form.reset();
      apply();
    }
    for (let around = place; around; around = around.parentElement?.closest("details")) {
      if (around.tagName === "DETAILS") around.open = true;
    }
    place.scrollIntoView();
    if (place.tagName === "DETAILS") place.querySelector("summary").focus({ preventScroll: true });
  }

  // Paper cannot unfold. The exchanges of what is kept stay as the reader left them: they would be hundreds of pages.
  function unfoldForPaper() {
    const folded = [...document.querySelectorAll("details:not([open])")].filter(details =>
      !details.classList.contains("exchange") || !["pass", "observed"].includes(details.closest(".requirement").dataset.verdict));
    for (const details of folded) details.open = true;
    window.addEventListener("afterprint", () => folded.forEach(details => { details.open = false; }), { once: true });
  }

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 100);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", event => event.preventDefault());
  form.elements.unfold.addEventListener("click", () => fold(true));
  form.elements.fold.addEventListener("click", () => fold(false));
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", unfoldForPaper);
  filter.hidden = false;
  apply();
  follow();
})();

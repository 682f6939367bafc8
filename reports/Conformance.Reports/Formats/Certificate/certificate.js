"use strict";
(() => {
  // A filter for the requirements of one target.
  class Filter {
    constructor(section) {
      this.requirements = [...section.querySelectorAll(".requirement")];
      this.endpoints = [...section.querySelectorAll(".endpoint")];
      this.texts = new Map();
      this.form = section.querySelector(".filter form");
      this.form.addEventListener("input", () => {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.apply(), 100);
      });
      this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
      this.form.addEventListener("submit", event => event.preventDefault());
      this.form.elements.unfold.addEventListener("click", () => this.fold(true));
      this.form.elements.fold.addEventListener("click", () => this.fold(false));
      this.form.parentElement.hidden = false;
      this.apply();
    }

    // Read once and only when somebody searches: the evidence of a large run is millions of characters.
    textOf(requirement) {
      if (!this.texts.has(requirement)) this.texts.set(requirement, requirement.textContent.toLowerCase());
      return this.texts.get(requirement);
    }

    isChosen(requirement, words) {
      const { verdict, level, endpoint, profile } = this.form.elements;
      const data = requirement.dataset;
      return (!verdict.value || data.verdict === verdict.value)
        && (!level.value || data.level === level.value)
        && (!endpoint.value || data.endpoint === endpoint.value)
        && (!profile.checked || data.profile === "yes")
        && words.every(word => this.textOf(requirement).includes(word));
    }

    apply() {
      const words = this.form.elements.text.value.toLowerCase().split(/\s+/).filter(word => word);
      let chosen = 0;
      for (const requirement of this.requirements) {
        requirement.hidden = !this.isChosen(requirement, words);
        if (!requirement.hidden) chosen++;
      }
      for (const endpoint of this.endpoints) endpoint.hidden = !endpoint.querySelector(".requirement:not([hidden])");
      const all = this.requirements.length;
      this.form.elements.count.value = chosen === all ? `All ${all} requirements are shown.` : `${chosen} of ${all} requirements are shown.`;
    }

    fold(open) {
      for (const requirement of this.requirements) {
        if (!requirement.hidden) requirement.open = open;
      }
    }

    reset() {
      this.form.reset();
      this.apply();
    }
  }

  // A link may name a requirement without its target: the first target that has it is meant.
  function find(id) {
    return document.getElementById(id) ?? document.querySelector(`[data-requirement="${CSS.escape(id)}"]`);
  }

  // Goes to the place that the address names, unfolds it, and shows it if a filter hides it.
  function follow() {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const place = id && find(id);
    if (!place) return;
    if (place.closest("[hidden]")) filters.forEach(filter => filter.reset());
    for (let around = place.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    place.scrollIntoView();
    // What was out of sight gets its real height only now, and the browser's own way to the place takes the focus away.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (place.tagName === "DETAILS") place.querySelector("summary").focus({ preventScroll: true });
      place.scrollIntoView();
    }));
  }

  // Paper cannot unfold. The exchanges of what is kept stay as the reader left them: they would be hundreds of pages.
  function unfoldForPaper() {
    const folded = [...document.querySelectorAll("details:not([open])")].filter(details =>
      !details.classList.contains("exchange") || !["pass", "observed"].includes(details.closest(".requirement").dataset.verdict));
    for (const details of folded) details.open = true;
    window.addEventListener("afterprint", () => folded.forEach(details => { details.open = false; }), { once: true });
  }

  const filters = [...document.querySelectorAll(".requirements")].map(section => new Filter(section));
  window.addEventListener("load", follow);
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", unfoldForPaper);
})();

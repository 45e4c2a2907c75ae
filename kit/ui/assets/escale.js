// The little that pages gain from a script of ours; each works without it.
(() => {
  "use strict";
  // An error summary takes the focus: after the page is loaded, and after a part of it was replaced.
  const focusSummary = () => document.querySelector("[data-focus]")?.focus();
  // A field that only some answers need is shown once such an answer is chosen.
  const showNeeded = () => {
    for (const field of document.querySelectorAll("[data-only-for]")) {
      const form = field.closest("form");
      const chosen = form ? new FormData(form).getAll(field.dataset.onlyFor) : [];
      field.hidden = !field.dataset.onlyWhen.split(" ").some((value) => chosen.includes(value));
    }
  };
  const ready = () => {
    showNeeded();
    focusSummary();
  };
  document.addEventListener("DOMContentLoaded", ready);
  document.addEventListener("htmx:after:swap", ready);
  document.addEventListener("change", showNeeded);
  // Back to a page that the browser kept: its answers are as they were left.
  window.addEventListener("pageshow", showNeeded);
})();

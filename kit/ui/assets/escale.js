// The little that pages gain from a script of ours; each works without it.
(() => {
  "use strict";
  // An error summary takes the focus: after the page is loaded, and after a part of it was replaced.
  const focusSummary = () => document.querySelector("[data-focus]")?.focus();
  document.addEventListener("DOMContentLoaded", focusSummary);
  document.addEventListener("htmx:after:swap", focusSummary);
})();

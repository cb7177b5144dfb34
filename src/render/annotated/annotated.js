"use strict";
(() => {
  const wide = window.matchMedia("(min-width: 66rem)");
  const noteOf = (mark) => document.getElementById(mark.id.replace("m", "n"));
  const markOf = (note) => document.getElementById(note.id.replace("n", "m"));

  // Each note is placed where its sentence begins, or below the note before it; the text takes no heed of them. All is measured
  // before anything is moved.
  function place() {
    document.documentElement.classList.toggle("placed", wide.matches);
    document.querySelectorAll(".text-column").forEach((column) => {
      column.style.minHeight = "";
      if (!wide.matches) return;
      const top = column.getBoundingClientRect().top;
      const places = Array.from(column.querySelectorAll(".notes > .note"), (note) => {
        const mark = markOf(note);
        return [note, mark ? mark.getClientRects()[0].top - top : 0, note.getBoundingClientRect().height];
      });
      let filled = 0;
      places.forEach(([note, wanted, height]) => {
        const at = Math.max(wanted, filled);
        note.style.top = at + "px";
        filled = at + height + 8;
      });
      column.style.minHeight = filled + "px";
    });
  }

  // What is pointed at or has the focus, and what belongs to it, is lit.
  let lit = [];
  function light(target) {
    lit.forEach((element) => element.classList.remove("lit"));
    const one = target instanceof Element ? target.closest("mark.said, .notes > .note") : null;
    const other = one && (one.matches("mark") ? noteOf(one) : markOf(one));
    lit = [one, other].filter(Boolean);
    lit.forEach((element) => element.classList.add("lit"));
  }

  // Steps go through the sentences that need attention, or through all that are marked, from where the focus was last.
  const signs = Array.from(document.querySelectorAll("a.sign"));
  let current = -1;
  function step(by, all) {
    for (let left = signs.length; left > 0; left -= 1) {
      current = current < 0 ? (by > 0 ? 0 : signs.length - 1) : (current + by + signs.length) % signs.length;
      if (all || signs[current].closest("mark.attention")) {
        signs[current].focus({ preventScroll: true });
        signs[current].scrollIntoView({ block: "center" });
        return;
      }
    }
  }

  const steps = { n: [1, false], p: [-1, false], N: [1, true], P: [-1, true] };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const found = steps[event.key];
    if (found) step(...found);
  });
  document.addEventListener("focusin", (event) => {
    const at = event.target.matches("a.sign") ? signs.indexOf(event.target) : -1;
    if (at >= 0) current = at;
    light(event.target);
  });
  document.addEventListener("mouseover", (event) => light(event.target));

  // A link to a note takes the focus along, so that the keyboard finds the way back.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.sign, a.back");
    if (!link) return;
    const goal = document.getElementById(link.hash.slice(1));
    const focus = goal && goal.querySelector("a.sign, a.back");
    if (focus) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      focus.focus({ preventScroll: true });
      goal.scrollIntoView({ block: "center" });
    }
  });

  place();
  window.addEventListener("resize", place);
  document.addEventListener("toggle", place, true);
  if (document.fonts) document.fonts.ready.then(place);
  const goal = document.getElementById(location.hash.slice(1));
  if (goal) goal.scrollIntoView({ block: "center" });
})();

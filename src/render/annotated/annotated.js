"use strict";
(() => {
  const wide = window.matchMedia("(min-width: 62.01rem)");
  const noteOf = (mark) => document.getElementById(mark.id.replace("m", "n"));
  const markOf = (note) => document.getElementById(note.id.replace("n", "m"));

  // Each note stands where its sentence begins, or below the note before it. All is measured before anything is moved.
  function align() {
    const notes = document.querySelectorAll(".notes > .note");
    notes.forEach((note) => { note.style.marginTop = ""; });
    if (!wide.matches) return;
    const moves = [];
    document.querySelectorAll(".row.noted").forEach((row) => {
      const top = row.getBoundingClientRect().top;
      let filled = 0;
      row.querySelectorAll(".notes > .note").forEach((note) => {
        const mark = markOf(note);
        const wanted = mark ? mark.getClientRects()[0].top - top : 0;
        const height = note.getBoundingClientRect().height + 10;
        const move = Math.max(0, wanted - filled);
        if (move > 0) moves.push([note, move]);
        filled += move + height;
      });
    });
    moves.forEach(([note, move]) => { note.style.marginTop = move + "px"; });
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

  const signs = Array.from(document.querySelectorAll("a.sign"));
  let current = -1;
  function step(by) {
    if (signs.length === 0) return;
    current = current < 0 ? (by > 0 ? 0 : signs.length - 1) : (current + by + signs.length) % signs.length;
    signs[current].focus({ preventScroll: true });
    signs[current].scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "n" || event.key === "j") step(1);
    if (event.key === "p" || event.key === "k") step(-1);
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

  align();
  window.addEventListener("resize", align);
  if (document.fonts) document.fonts.ready.then(align);
  const goal = document.getElementById(location.hash.slice(1));
  if (goal) goal.scrollIntoView({ block: "center" });
})();

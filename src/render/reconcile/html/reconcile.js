"use strict";
(() => {
  const sides = document.querySelector(".sides");
  const wide = window.matchMedia("(min-width: 52rem)");
  const SVG = "http://www.w3.org/2000/svg";
  const marks = Array.from(document.querySelectorAll(".sides .mark"));

  // A line from each sign of a point to the next report's sign of the same point.
  function draw() {
    if (!sides) return;
    sides.querySelector(".lines")?.remove();
    if (!wide.matches) return;
    const lines = document.createElementNS(SVG, "svg");
    lines.setAttribute("class", "lines");
    lines.setAttribute("aria-hidden", "true");
    const origin = sides.getBoundingClientRect();
    const firstOf = new Map();
    marks.forEach((mark) => {
      const key = mark.dataset.point + "/" + mark.dataset.report;
      if (!firstOf.has(key)) firstOf.set(key, mark);
    });
    const reports = sides.querySelectorAll(".side").length;
    marks.forEach((mark) => {
      let next;
      for (let at = Number(mark.dataset.report) + 1; at < reports && !next; at += 1) {
        next = firstOf.get(mark.dataset.point + "/" + at);
      }
      if (!next) return;
      const [from, to] = [mark.getBoundingClientRect(), next.closest(".said").getBoundingClientRect()];
      const edge = mark.closest(".said").getBoundingClientRect().right;
      const [x, y] = [edge - origin.left + sides.scrollLeft, from.top - origin.top + from.height / 2];
      const [over, down] = [to.left - origin.left + sides.scrollLeft, to.top - origin.top + 14];
      const bend = Math.max(16, (over - x) / 2);
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", `M${x} ${y}C${x + bend} ${y} ${over - bend} ${down} ${over} ${down}`);
      path.setAttribute("class", mark.querySelector(".badge").className.replace("badge", ""));
      path.dataset.point = mark.dataset.point;
      lines.append(path);
    });
    sides.append(lines);
  }

  function light(point) {
    document.querySelectorAll(".mark, .lines path").forEach((element) => {
      element.classList.toggle("lit", point !== undefined && element.dataset.point === point);
    });
  }
  const lighten = (event) => {
    const mark = event.target instanceof Element ? event.target.closest(".mark") : null;
    light(mark?.dataset.point);
  };
  document.addEventListener("pointerover", lighten);
  document.addEventListener("focusin", lighten);

  document.querySelectorAll(".copy").forEach((button) => {
    button.hidden = false;
    const text = button.parentElement.querySelector(".text");
    button.addEventListener("click", () => {
      window.getSelection().selectAllChildren(text);
      navigator.clipboard?.writeText(text.innerText).catch(() => document.execCommand("copy"));
    });
  });

  // Keys: n and p go through the points that reports share.
  const shared = Array.from(document.querySelectorAll(".point:not(.plain)"));
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !shared.length) return;
    const step = { n: 1, p: -1 }[event.key];
    if (!step) return;
    at = (at + step + shared.length) % shared.length;
    shared[at].focus();
    shared[at].scrollIntoView({ block: "start" });
  });

  wide.addEventListener("change", draw);
  window.addEventListener("resize", draw);
  window.addEventListener("load", draw);
  draw();
})();

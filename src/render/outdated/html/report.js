// Narrows the list down. Everything is on the page without it; this only hides, and writes nothing but a count.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  if (!form) return;
  const fields = { search: byId("search"), section: byId("section"), about: byId("subject"), drafts: byId("in-drafts"), fresh: byId("new") };
  const shown = byId("shown");
  // Letters count, not their case or accents.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const entries = Array.from(document.querySelectorAll(".entry"), (element) => ({
    element,
    section: element.closest("section"),
    block: element.parentElement,
    about: element.dataset.about,
    drafts: "drafts" in element.dataset,
    fresh: "new" in element.dataset,
    words: null,
    visible: true,
  }));
  const sections = new Map(entries.map((entry) => [entry.section, 0]));
  const blocks = new Map(entries.map((entry) => [entry.block, 0]));
  const timelines = Array.from(document.querySelectorAll(".timelines"), (block) => ({ block, inside: Array.from(block.children) }));

  const wants = () => ({
    words: fold(fields.search.value).split(/\s+/).filter(Boolean),
    section: fields.section.value,
    about: fields.about.value,
    drafts: Boolean(fields.drafts && fields.drafts.checked),
    fresh: Boolean(fields.fresh && fields.fresh.checked),
  });

  const fits = (entry, wanted) => {
    if (wanted.section && entry.section.id !== wanted.section) return false;
    if (wanted.about && entry.about !== wanted.about) return false;
    if ((wanted.drafts && !entry.drafts) || (wanted.fresh && !entry.fresh)) return false;
    if (wanted.words.length === 0) return true;
    entry.words ??= fold(entry.element.textContent);
    return wanted.words.every((word) => entry.words.includes(word));
  };

  // Only what changes is written, and nothing is measured, so the page is laid out once.
  const apply = () => {
    const wanted = wants();
    for (const counts of [sections, blocks]) for (const part of counts.keys()) counts.set(part, 0);
    let count = 0;
    for (const entry of entries) {
      const visible = fits(entry, wanted);
      if (visible !== entry.visible) {
        entry.element.hidden = !visible;
        entry.visible = visible;
      }
      if (visible) {
        count += 1;
        sections.set(entry.section, sections.get(entry.section) + 1);
        blocks.set(entry.block, blocks.get(entry.block) + 1);
      }
    }
    for (const [section, left] of sections) section.hidden = left === 0;
    for (const [block, left] of blocks) {
      block.hidden = left === 0;
      block.style.setProperty("--n", left);
    }
    for (const { block, inside } of timelines) {
      for (const timeline of inside) timeline.hidden = wanted.about !== "" && timeline.dataset.about !== wanted.about;
      block.hidden = inside.every((timeline) => timeline.hidden);
    }
    shown.textContent = count === entries.length ? `${count} entries` : `${count} of ${entries.length} entries`;
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, entries.length > 500 ? 150 : 0);
  };

  const clear = () => {
    form.reset();
    apply();
  };

  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply, 0));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = event.target.closest && event.target.closest("input, select, textarea");
    if (event.key === "/" && !writing) {
      event.preventDefault();
      fields.search.focus();
      fields.search.select();
    } else if (event.key === "Escape") {
      clear();
    }
  });

  // A link to something that the filter hides shows it again.
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest && event.target.closest('a[href^="#"]');
    const target = anchor && byId(decodeURIComponent(anchor.hash.slice(1)));
    if (target && target.closest("[hidden]")) clear();
  });

  // Paper has no clicks: sources are opened for it, and closed again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  form.hidden = false;
  apply();
})();

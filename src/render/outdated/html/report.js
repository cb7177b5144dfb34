// Narrows the list down. Everything is on the page without it; this only hides, and writes nothing but a count.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  if (!form) return;
  const fields = { search: byId("search"), section: byId("section"), about: byId("subject"), drafts: byId("in-drafts"), fresh: byId("new") };
  const shown = byId("shown");
  // Letters count, not their case or accents.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const entries = Array.from(document.querySelectorAll(".entry"), (element) => ({
    element,
    section: element.closest("section"),
    list: element.closest("[data-list]").dataset.list,
    block: element.parentElement,
    about: element.dataset.about,
    drafts: "drafts" in element.dataset,
    fresh: "new" in element.dataset,
    words: null,
    visible: true,
  }));
  const sections = new Map(entries.map((entry) => [entry.section, 0]));
  const blocks = new Map(entries.map((entry) => [entry.block, 0]));
  // Parts of the page that hold others, and what is folded in until something in it is looked for.
  const groups = Array.from(document.querySelectorAll("#change, #check, #attention"), (group) => ({ group, inside: Array.from(group.querySelectorAll("section")).filter((section) => sections.has(section)) }));
  const fold = document.querySelector("#ended > details");
  let wasOpen = false;
  let narrowed = false;
  const timelines = Array.from(document.querySelectorAll(".timelines"), (block) => ({ block, inside: Array.from(block.children) }));

  const wants = () => ({
    words: plain(fields.search.value).split(/\s+/).filter(Boolean),
    section: fields.section.value,
    about: fields.about.value,
    drafts: Boolean(fields.drafts && fields.drafts.checked),
    fresh: Boolean(fields.fresh && fields.fresh.checked),
  });

  const fits = (entry, wanted) => {
    if (wanted.section && entry.list !== wanted.section) return false;
    if (wanted.about && entry.about !== wanted.about) return false;
    if ((wanted.drafts && !entry.drafts) || (wanted.fresh && !entry.fresh)) return false;
    if (wanted.words.length === 0) return true;
    entry.words ??= plain(entry.element.textContent);
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
    for (const { group, inside } of groups) group.hidden = inside.every((section) => section.hidden);
    const narrow = count < entries.length;
    if (fold && narrow !== narrowed) {
      if (narrow) wasOpen = fold.open;
      fold.open = narrow || wasOpen;
    }
    narrowed = narrow;
    for (const [block, left] of blocks) {
      block.hidden = left === 0;
      block.style.setProperty("--n", left);
    }
    for (const { block, inside } of timelines) {
      for (const timeline of inside) timeline.hidden = wanted.about !== "" && timeline.dataset.about !== wanted.about;
      block.hidden = inside.every((timeline) => timeline.hidden);
    }
    const words = narrow ? shown.dataset.some : shown.dataset.all;
    shown.textContent = words.replace("%shown", count).replace("%all", entries.length);
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

  // A link to something that is hidden or folded in shows it.
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest && event.target.closest('a[href^="#"]');
    const target = anchor && byId(decodeURIComponent(anchor.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const inside = target.querySelector(":scope > details.fold");
    if (inside) inside.open = true;
  });

  form.hidden = false;
  apply();
})();

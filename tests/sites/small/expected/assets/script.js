// Four conveniences. Without this script every page works and can be read.

// The address of a clause is copied when its link is pressed; the link itself still works.
const announcement = document.querySelector(".announcement");
let fading;

function announce(text) {
  clearTimeout(fading);
  announcement.textContent = text;
  fading = setTimeout(() => (announcement.textContent = ""), 3000);
}

for (const link of document.querySelectorAll(".permalink")) {
  link.addEventListener("click", () => {
    navigator.clipboard?.writeText(link.href).then(
      () => announce(announcement.dataset.copied),
      () => {}, // The browser did not allow it: the address bar has the link.
    );
  });
}

// The language switch leads to the same place of the other page, and to the same choice of a unit.
function keepPlace() {
  for (const twin of document.querySelectorAll("[data-twin]")) {
    twin.hash = location.hash;
    twin.search = location.search;
  }
}

addEventListener("hashchange", keepPlace);
keepPlace();

// The table of contents stands open where there is room beside the text, and marks the clause on screen.
const contents = document.querySelector(".toc details");

if (contents) {
  const wide = matchMedia("(min-width: 64rem)");
  const unfold = () => (contents.open = wide.matches);
  wide.addEventListener("change", unfold);
  if (wide.matches) unfold();

  // On a narrow screen the contents close behind the reader.
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) contents.open = false;
  });

  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const clauses = [...document.querySelectorAll(".clause")];
  let marked;

  const mark = () => {
    const line = innerHeight / 4;
    const passed = clauses.filter((clause) => clause.getBoundingClientRect().top <= line);
    const link = links.get(passed.at(-1)?.id);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    if (link && wide.matches) reveal(link);
  };

  // Scrolls the list of contents, and only it, until the link can be seen.
  const reveal = (link) => {
    const list = contents.parentElement;
    const [box, item] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (item.top < box.top) list.scrollTop -= box.top - item.top + 32;
    if (item.bottom > box.bottom) list.scrollTop += item.bottom - box.bottom + 32;
  };

  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }, { passive: true });
  mark();
}

// Tables of tasks, of comments and of awards and lists of names are narrowed down to a unit, a clause, a level or a kind
// and to words. The choice stands in the address, so that the view can be passed on.
const finder = document.querySelector(".finder");

if (finder) {
  const { words } = finder.elements;
  const lists = [...finder.querySelectorAll("select")];
  const found = finder.querySelector("output");
  const items = [...document.querySelectorAll(".findable")];
  const groups = [...document.querySelectorAll(".findable-group")];

  // The ids under which rows name what is chosen: its own, and those of the groups of a unit.
  const chosen = (list) => {
    const option = list.selectedOptions[0];
    return option?.value ? [option.value, ...(option.dataset.groups ?? "").split(" ").filter(Boolean)] : [];
  };

  // The words of a row are its own, and those that stand at the head of its group.
  const textOf = (parts) => Array.from(parts, (part) => part.textContent.toLowerCase()).join(" ");
  const heads = new Map(groups.map((group) => [group, textOf(group.querySelectorAll(".findable-head"))]));
  const wordsOf = (item) => `${heads.get(item.closest(".findable-group")) ?? ""} ${textOf([item])}`;

  const narrow = () => {
    const choices = lists.map(chosen).filter((ids) => ids.length);
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (item) => {
      const text = wordsOf(item);
      const named = item.dataset.units?.split(" ") ?? [];
      const meant = (ids) => named.some((id) => ids.includes(id));
      return choices.every(meant) && wanted.every((word) => text.includes(word));
    };
    for (const item of items) item.hidden = !fits(item);
    for (const group of groups) group.hidden = !group.querySelector(".findable:not([hidden])");
    const shown = items.filter((item) => !item.hidden).length;
    const all = shown === items.length && !choices.length && !wanted.length;
    found.textContent = all ? "" : found.dataset.found.replace("%s", shown);
  };

  const choose = (list, id) => {
    list.value = id;
    const address = new URL(location.href);
    if (id) address.searchParams.set(list.name, id);
    else address.searchParams.delete(list.name);
    history.replaceState(null, "", address);
    keepPlace();
    narrow();
  };

  const clear = () => {
    for (const list of lists) choose(list, "");
    narrow();
  };

  // A link to a row shows it, whatever is narrowed down, and does so again when it is pressed again.
  const reveal = (hash) => {
    const row = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!row?.hidden) return;
    words.value = "";
    clear();
    row.scrollIntoView();
  };

  finder.addEventListener("submit", (event) => event.preventDefault());
  finder.addEventListener("reset", () => setTimeout(clear));
  words.addEventListener("input", narrow);
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("click", (event) => reveal(event.target.closest("a[href^='#']")?.hash));
  finder.hidden = false;
  const offers = (list, id) => [...list.options].some((option) => option.value === id);
  for (const list of lists) {
    list.addEventListener("change", () => choose(list, list.value));
    const id = new URLSearchParams(location.search).get(list.name);
    if (offers(list, id)) choose(list, id);
  }

  // A row of the matrix narrows the table down to its unit.
  const { unit } = finder.elements;
  for (const link of unit ? document.querySelectorAll(".duty-matrix a") : []) {
    link.addEventListener("click", (event) => {
      const id = decodeURIComponent(new URL(link.href.baseVal, location.href).hash.slice(6));
      if (!offers(unit, id)) return;
      event.preventDefault();
      choose(unit, id);
      finder.scrollIntoView({ block: "start" });
      unit.focus({ preventScroll: true });
    });
  }
  reveal(location.hash);
}

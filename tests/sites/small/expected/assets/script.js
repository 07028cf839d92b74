// Three conveniences. Without this script every page works and can be read.

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

// The language switch leads to the same place of the other page.
function keepPlace() {
  for (const twin of document.querySelectorAll("[data-twin]")) {
    twin.hash = location.hash;
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

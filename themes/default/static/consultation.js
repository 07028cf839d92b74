// Consultations: the state of a call is corrected when time has gone on since the pages were made, and texts can be
// copied. Without this script the dates speak for themselves, and texts can be selected.

const words = document.getElementById("page_clock").dataset;

// Days are counted in the time zone of the site, wherever the reader is.
const calendarDay = new Intl.DateTimeFormat("en", { timeZone: words.zone, year: "numeric", month: "numeric", day: "numeric" });

function dayOf(now) {
  const parts = Object.fromEntries(calendarDay.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day);
}

function stateOf({ opens, closes, last }, now) {
  if (now < Date.parse(opens)) return ["not-open", words.notOpen];
  if (now >= Date.parse(closes)) return ["closed", words.closed];
  const days = (Date.parse(last) - dayOf(now)) / 86_400_000;
  return ["open", [words.lastDay, words.oneDay][days] ?? words.open.replace("2", days)];
}

// In the list by state a call goes to its new group; on the home page, which only has open ones, it comes and goes.
function move(entry, state) {
  const group = document.getElementById(`page_group-${state}`);
  group?.append(entry);
  entry.hidden = !group;
  for (const group of document.querySelectorAll(".calls")) {
    const none = group.querySelector(".none");
    const empty = !group.querySelector(".call-entry:not([hidden])");
    if (none) none.hidden = !empty;
    else group.hidden = empty;
  }
}

function correct() {
  const now = Date.now();
  for (const box of document.querySelectorAll("[data-closes]")) {
    const [state, text] = stateOf(box.dataset, now);
    const tag = box.querySelector("[data-state-tag]");
    if (tag && tag.textContent !== text) tag.textContent = text;
    if (state === box.dataset.state) continue;
    for (const element of [box, tag]) element?.classList.replace(box.dataset.state, state);
    box.dataset.state = state;
    for (const part of box.querySelectorAll("[data-only]")) {
      part.hidden = !part.dataset.only.split(" ").includes(state);
    }
    const entry = box.closest(".call-entry");
    if (entry) move(entry, state);
  }
}

correct();
setInterval(correct, 20_000);

for (const button of document.querySelectorAll(".copy")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(source.dataset.text ?? source.textContent.trim()).then(
      () => announce(words.copied),
      () => {}, // The browser did not allow it: the text can be selected.
    );
  });
}

for (const button of document.querySelectorAll(".print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

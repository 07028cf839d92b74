// Runs inside the page under test. Gives the checks words for what a reader sees there: which text is
// visible, where its lines are, what cuts them off, where the keyboard can go.

globalThis.lantu = (() => {
  /** `main > table > td “118”`: enough to find the element. */
  function name(element) {
    const parts = [];
    for (let one = element; one && one !== document.documentElement && parts.length < 4; one = one.parentElement) {
      const id = one.id ? `#${one.id}` : "";
      const classes = [...one.classList].map((part) => `.${part}`).join("");
      parts.unshift(one.localName + id + classes);
      if (id) {
        break;
      }
    }
    const label = element.textContent.trim() || element.getAttribute("aria-label") || "";
    const text = label.replace(/\s+/g, " ").slice(0, 40);
    return parts.join(" > ") + (text && ` “${text}”`);
  }

  /** Nothing on the page changes while it is looked at: what is asked of an element many times is found out once. */
  const answers = new Map();

  /** `ask`, which remembers what it answered for each element until the next look. */
  function remembered(ask) {
    return (element) => {
      const known = answers.get(ask) ?? new Map();
      answers.set(ask, known);
      if (!known.has(element)) {
        known.set(element, ask(element));
      }
      return known.get(element);
    };
  }

  /** `look`, which begins without what earlier looks remember. */
  function anew(look) {
    return (...given) => {
      answers.clear();
      return look(...given);
    };
  }

  const isVisible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** Text for screen readers only: an element of one pixel that cuts off what is in it. */
  const isForScreenReaders = remembered((element) => {
    const style = getComputedStyle(element);
    const cut = style.clipPath.startsWith("inset(50%") || style.clip === "rect(0px, 0px, 0px, 0px)";
    const hidden = cut || (style.overflow === "hidden" && element.offsetWidth <= 1 && element.offsetHeight <= 1);
    return hidden || (element.parentElement !== null && isForScreenReaders(element.parentElement));
  });

  /** Every visible piece of text with the element around it. */
  function texts(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (node.data.trim() && isVisible(element) && !element.closest("script, style, noscript, template")) {
        found.push({ node, element, text: node.data.trim().replace(/\s+/g, " ") });
      }
    }
    return found;
  }

  /**
   * The lines of a piece of text. Fonts reserve more height than their characters fill, so the height
   * taken is that of the characters.
   */
  function lines({ node, element }) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const height = 0.7 * parseFloat(getComputedStyle(element).fontSize);
    return [...range.getClientRects()]
      .filter((rect) => rect.width > 0.5)
      .map((rect) => {
        const middle = (rect.top + rect.bottom) / 2;
        return { left: rect.left, right: rect.right, top: middle - height / 2, bottom: middle + height / 2 };
      });
  }

  function ancestors(element) {
    const found = [];
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      found.push(one);
    }
    return found;
  }

  const boxOf = remembered((element) => element.getBoundingClientRect());
  const scrolls = remembered((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return /auto|scroll/.test(`${overflowX} ${overflowY}`);
  });
  const cuts = remembered((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return /hidden|clip/.test(`${overflowX} ${overflowY}`);
  });

  /** The boxes in which an element is scrolled, itself included. */
  const windowsOf = remembered((element) => ancestors(element).filter(scrolls).map(boxOf));

  /** What makes the page wider than the window. */
  function tooWide(limit = document.scrollingElement.clientWidth) {
    const scroller = document.scrollingElement;
    const found = [];
    const wide = new Set();
    if (scroller.scrollWidth > scroller.clientWidth) {
      found.push(`the page is ${scroller.scrollWidth} px wide in a window of ${scroller.clientWidth} px`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const rect = boxOf(element);
      const sticksOut = rect.width > 1 && rect.right > limit + 1 && windowsOf(element.parentElement).length === 0;
      if (sticksOut && !wide.has(element.parentElement) && isVisible(element) && !isForScreenReaders(element)) {
        found.push(`${name(element)} ends at ${Math.round(rect.right)} px of ${limit} px`);
      }
      if (sticksOut) {
        wide.add(element);
      }
    }
    return found;
  }

  const BOXES = "td, th, button, summary, dd, dt, .tag, [class*='tag'], [class*='status'], [class*='tab'] a, nav a";

  /** Text that is cut off, or that sticks out of its cell, button, tag or link. */
  function cutOff() {
    const found = [];
    const width = document.scrollingElement.clientWidth;
    for (const piece of texts()) {
      if (isForScreenReaders(piece.element)) {
        continue;
      }
      for (const line of lines(piece)) {
        const beside = line.right <= 0 || line.bottom + scrollY <= 0;
        const trouble = beside ? null : troubleOf(piece, line, width);
        if (trouble) {
          found.push(`${name(piece.element)}: ${trouble}`);
          break;
        }
      }
    }
    return found;
  }

  function troubleOf(piece, line, width) {
    for (const one of ancestors(piece.element)) {
      const box = boxOf(one);
      const [left, right] = [box.left - line.left, line.right - box.right].map(Math.round);
      if ((left > 1 || right > 1) && one.matches(BOXES) && getComputedStyle(one).display !== "inline") {
        return `text sticks out of ${one.localName} by ${Math.max(left, right)} px`;
      }
      if (scrolls(one)) {
        return null;
      }
      const [above, below] = [box.top - line.top, line.bottom - box.bottom].map(Math.round);
      if (Math.max(left, right, above, below) > 1 && cuts(one)) {
        return `text is cut off by ${one.localName} (overflow: ${getComputedStyle(one).overflow})`;
      }
    }
    return line.left < -1 || line.right > width + 1 ? "text is outside the window" : null;
  }

  /** Text of one element that lies over text of another. */
  function overlaps() {
    const all = [];
    for (const piece of texts()) {
      if (isForScreenReaders(piece.element)) {
        continue;
      }
      const windows = windowsOf(piece.element);
      for (const line of lines(piece)) {
        const seen = windows.reduce(
          (rest, box) => ({
            left: Math.max(rest.left, box.left),
            right: Math.min(rest.right, box.right),
            top: Math.max(rest.top, box.top),
            bottom: Math.min(rest.bottom, box.bottom),
          }),
          line,
        );
        if (seen.right - seen.left > 1 && seen.bottom - seen.top > 1) {
          all.push({ ...seen, piece });
        }
      }
    }
    all.sort((a, b) => a.top - b.top);
    const found = new Set();
    let current = [];
    for (const line of all) {
      current = current.filter((other) => other.bottom - line.top > 1);
      for (const other of current) {
        const across = Math.min(line.right, other.right) - Math.max(line.left, other.left);
        if (across > 1 && other.piece.node !== line.piece.node) {
          found.add(`${name(line.piece.element)} lies over ${name(other.piece.element)}`);
        }
      }
      current.push(line);
    }
    return [...found];
  }

  /**
   * Texts of charts that leave their drawing or lie over one another. The box of a font is higher than its
   * letters, so the height taken is that of the letters.
   */
  function chartTexts() {
    const found = [];
    const root = document.documentElement;
    for (const svg of root.matches("svg.chart") ? [root] : document.querySelectorAll("svg.chart")) {
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const boxes = [...svg.querySelectorAll("text")].map((text) => {
        const box = text.getBoundingClientRect();
        const height = 0.8 * parseFloat(getComputedStyle(text).fontSize) * scale;
        const middle = (box.top + box.bottom) / 2;
        const top = middle - height / 2;
        return { text: text.textContent, left: box.left, right: box.right, top, bottom: top + height };
      });
      const title = svg.querySelector("title").textContent.slice(0, 40);
      const apart = 0.5;
      boxes.forEach((a, at) => {
        const inside = a.left >= frame.left - apart && a.right <= frame.right + apart && a.top >= frame.top - apart && a.bottom <= frame.bottom + apart;
        if (!inside) {
          found.push(`${title}: “${a.text}” leaves the chart`);
        }
        for (const b of boxes.slice(at + 1)) {
          if (a.left < b.right - apart && b.left < a.right - apart && a.top < b.bottom - apart && b.top < a.bottom - apart) {
            found.push(`${title}: “${a.text}” lies over “${b.text}”`);
          }
        }
      });
    }
    return found;
  }

  /** What the Tab key reaches, in the order of the page: of radio buttons of one name the chosen one. */
  function tabStops() {
    const candidates = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    return [...candidates].filter(
      (one) =>
        one.tabIndex >= 0 && !one.disabled && !(one.type === "radio" && !one.checked) && one.checkVisibility({ visibilityProperty: true }),
    );
  }

  function look(element) {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0
      ? "none"
      : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
    // Links within a chart have no box: what is drawn in them gets a line around it.
    const drawn = element instanceof SVGElement ? getComputedStyle(element.firstElementChild ?? element) : null;
    const line = drawn && drawn.stroke !== "none" ? `${drawn.stroke} ${drawn.strokeWidth}` : "none";
    return { outline, shadow: style.boxShadow, line };
  }

  /** Notes every element that gets the focus, and whether one can see that it has it. */
  function watchFocus() {
    const stops = tabStops();
    const before = new Map(stops.map((one) => [one, look(one)]));
    const seen = [];
    document.addEventListener("focusin", ({ target }) => {
      const [old, now] = [before.get(target), look(target)];
      const rect = target.getBoundingClientRect();
      const changed = !old || old.outline !== now.outline || old.shadow !== now.shadow || old.line !== now.line;
      const drawn = now.outline !== "none" || now.shadow !== "none" || now.line !== "none";
      const inWindow = rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth;
      seen.push({ stop: stops.indexOf(target), name: name(target), isMarked: changed && drawn, inWindow });
    });
    globalThis.lantu.focused = seen;
    globalThis.lantu.focus = (from, to) => stops.slice(from, to).forEach((one) => one.focus());
    return stops.map((one) => ({ name: name(one), tabindex: one.tabIndex }));
  }

  /**
   * Leaves only a few of the many rows of a table and items of a list that have the same elements and classes, and so the
   * same colours and sizes. For what takes long; the page is of no use for other checks afterwards.
   */
  function thin() {
    const KEPT = 3;
    const told = /\s(?!class=|style=|type=|role=|data-state)[\w:-]+="[^"]*"/g;
    const shape = (one) => one.outerHTML.replace(told, "").replace(/>[^<]*[^<\s][^<]*</g, ">x<");
    for (const parent of document.querySelectorAll("tbody, ul, ol, dl")) {
      const seen = new Map();
      for (const child of [...parent.children]) {
        const alike = shape(child);
        const before = seen.get(alike) ?? 0;
        seen.set(alike, before + 1);
        if (before >= KEPT) {
          child.remove();
        }
      }
    }
  }

  return {
    name,
    isVisible,
    thin,
    isForScreenReaders: anew(isForScreenReaders),
    texts,
    tooWide: anew(tooWide),
    cutOff: anew(cutOff),
    overlaps: anew(overlaps),
    chartTexts,
    tabStops,
    watchFocus,
  };
})();

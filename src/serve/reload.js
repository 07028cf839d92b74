// Sent by `lantu serve` only; published pages do not have it.
(() => {
  const mine = Number(document.currentScript.src.split("?")[1]);
  let box = null;
  // The policy of the pages allows no style in attributes or elements; what a script sets one by one it does allow.
  const make = (name, text, style) => {
    const element = document.createElement(name);
    element.textContent = text;
    element.style.cssText = style;
    return element;
  };
  const show = (text) => {
    if (!box) {
      box = document.createElement("div");
      const button = make("button", "Show the page", "float:right;font:inherit");
      button.type = "button";
      button.addEventListener("click", hide);
      const section = make("section", "", "position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:1.5rem;" +
        "background:#1b1b1b;color:#f3f3f3;font:15px/1.5 ui-monospace,monospace");
      section.setAttribute("role", "alert");
      section.append(
        button,
        make("h2", "The site has errors. The page behind this may be older than your files.",
          "font:600 1.1rem system-ui,sans-serif;color:#ffb4a8;margin:0 0 1rem"),
        make("pre", "", "margin:0;white-space:pre-wrap"),
      );
      box.attachShadow({ mode: "open" }).append(section);
      document.body.append(box);
    }
    box.shadowRoot.querySelector("pre").textContent = text;
  };
  const hide = () => {
    box?.remove();
    box = null;
  };
  new EventSource("/__lantu/events").onmessage = (event) => {
    const status = JSON.parse(event.data);
    if (status.errors) show(status.errors);
    else if (status.version !== mine) location.reload();
    else hide();
  };
})();

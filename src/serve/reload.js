// Sent by `lantu serve` only; published pages do not have it.
(() => {
  const mine = Number(document.currentScript.src.split("?")[1]);
  let box = null;
  const show = (text) => {
    if (!box) {
      box = document.createElement("div");
      const root = box.attachShadow({ mode: "open" });
      root.innerHTML =
        "<style>section{position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:1.5rem;" +
        "background:#1b1b1b;color:#f3f3f3;font:15px/1.5 ui-monospace,monospace}" +
        "h2{font:600 1.1rem system-ui,sans-serif;color:#ffb4a8;margin:0 0 1rem}pre{margin:0;white-space:pre-wrap}" +
        "button{float:right;font:inherit}</style>" +
        "<section role='alert'><button type='button'>Show the page</button>" +
        "<h2>The site has errors. The page behind this may be older than your files.</h2><pre></pre></section>";
      root.querySelector("button").addEventListener("click", hide);
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

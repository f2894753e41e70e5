// One tag on any page:  <script src="https://…/widget.js" data-language="kk" defer></script>
// A button at the right edge opens a dialog with a sandboxed frame. This script sees neither the number nor the answer,
// keeps nothing, and leaves the page's own styles alone. The page's policy needs script-src and frame-src for this host.
(() => {
  const tag = document.currentScript, home = new URL(tag.src).origin;
  const words = {
    kk: ["Мәртебені анықтау", "Медициналық сақтандыру мәртебесі", "Жабу"],
    ru: ["Определить статус", "Статус медицинского страхования", "Закрыть"],
    en: ["Check the status", "Health insurance status", "Close"],
  };
  const asked = (tag.dataset.language || document.documentElement.lang || "").slice(0, 2);
  const language = words[asked] ? asked : "kk";
  const [open, title, close] = words[language];

  const host = document.createElement("saqta-status");
  host.lang = language;
  const inside = host.attachShadow({ mode: "open" }), style = new CSSStyleSheet();
  // A constructed style sheet needs no exception in the policy of the page around.
  style.replaceSync(`
    :host { all: initial; --ink: #12312e; --accent: #0b6b63; --ground: #fff }
    button { font: 600 16px/1.3 system-ui, sans-serif; min-height: 44px; min-width: 44px; border: 0; cursor: pointer }
    .open { position: fixed; right: 0; top: 40%; z-index: 2147483000; writing-mode: vertical-rl; padding: 16px 10px;
      color: #fff; background: var(--accent); border-radius: 10px 0 0 10px; box-shadow: 0 2px 10px #0004 }
    .close { color: var(--ink); background: none; padding: 0 14px; font-size: 22px; line-height: 1 }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -6px; box-shadow: 0 0 0 3px var(--ink) }
    dialog { box-sizing: border-box; width: min(440px, 100vw); height: min(600px, 100dvh); max-width: 100vw;
      max-height: 100dvh; padding: 0; border: 0; border-radius: 14px; background: var(--ground); color: var(--ink);
      overflow: hidden; box-shadow: 0 12px 48px #0006 }
    dialog[open] { display: flex; flex-direction: column }
    dialog::backdrop { background: #0a1a19a6 }
    .bar { display: flex; justify-content: space-between; align-items: center; padding: 4px 4px 4px 18px }
    h2 { font: 600 17px/1.3 system-ui, sans-serif; margin: 0 }
    iframe { flex: 1; width: 100%; border: 0 }
    @media print { .open { display: none } }
    @media (prefers-color-scheme: dark) { :host { --ink: #edf3f1; --ground: #16201f } }`);
  inside.adoptedStyleSheets = [style];

  const make = (name, properties, parent) => parent.appendChild(Object.assign(document.createElement(name), properties));
  const button = make("button", { type: "button", className: "open", textContent: open, ariaHasPopup: "dialog" }, inside);
  const dialog = make("dialog", { ariaLabel: title }, inside), bar = make("div", { className: "bar" }, dialog);
  make("h2", { textContent: title }, bar);
  const away = make("button", { type: "button", className: "close", textContent: "×", ariaLabel: close }, bar);

  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.sandbox = "allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox";
    frame.referrerPolicy = "no-referrer";
    frame.src = `${home}/widget/${language}/`;
    dialog.append(frame);
    dialog.showModal();
    frame.focus();
  });
  away.addEventListener("click", () => dialog.close());
  addEventListener("message", (event) => {
    const frame = dialog.querySelector("iframe");
    if (frame && event.source === frame.contentWindow && event.data === "saqta:close") dialog.close();
  });
  // The frame goes with its answer: nothing of it is left behind in the page.
  dialog.addEventListener("close", () => dialog.querySelector("iframe").remove());
  document.body.append(host);
})();

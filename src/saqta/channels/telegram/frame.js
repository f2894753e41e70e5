// Speaks with Telegram around a page of ours, as its clients speak with the pages they show: colours, the back button,
// the main button. What Telegram signed about the account is taken out of the address before anything else.
(() => {
  const opened = new URLSearchParams(location.hash.slice(1));
  const signed = opened.get("tgWebAppData") || "";
  // As long as the window is open: the colours, and the pass by which one comes back to this page from another.
  const kept = (name, value) => {
    try {
      if (value) sessionStorage.setItem(`telegram-${name}`, value);
      return value || sessionStorage.getItem(`telegram-${name}`) || "";
    } catch {
      return value || "";
    }
  };
  const theme = kept("theme", opened.get("tgWebAppThemeParams"));
  const pass = kept("pass", document.querySelector("input[name=pass][value]")?.value);
  // The page was sent for a form; whoever comes back to it asks anew instead of sending the form again.
  if (location.pathname.startsWith("/telegram/")) history.replaceState(null, "", location.pathname);

  const framed = window.parent !== window;
  const tell = (name, data = {}) => {
    if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(name, JSON.stringify(data));
    else if (framed) window.parent.postMessage(JSON.stringify({ eventType: name, eventData: data }), "https://web.telegram.org");
  };

  const TOKENS = {
    "--ground": "secondary_bg_color", "--card": "bg_color", "--ink": "text_color", "--soft": "subtitle_text_color",
    "--accent": "link_color", "--line": "section_separator_color",
  };
  const colour = (params) => {
    for (const [token, name] of Object.entries(TOKENS)) {
      if (/^#[0-9a-f]{6}$/i.test(params[name] || "")) document.documentElement.style.setProperty(token, params[name]);
    }
    const [red, green, blue] = (params.bg_color || "#ffffff").match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
    document.documentElement.style.colorScheme = red * 299 + green * 587 + blue * 114 < 128_000 ? "dark" : "light";
  };
  try { if (theme) colour(JSON.parse(theme)); } catch { /* not a theme: our own colours stay */ }

  const main = document.querySelector("[data-main]");
  const back = document.querySelector("form[data-back]");
  const first = location.pathname.startsWith("/telegram/") && !back;
  const heard = {
    theme_changed: (data) => colour(data.theme_params || {}),
    back_button_pressed: () => (back ? back.requestSubmit() : history.back()),
    main_button_pressed: () => main && main.form.requestSubmit(main),
  };
  const receive = (name, data) => heard[name] && heard[name](data || {});
  // Clients for telephones call one of these; those in a browser send messages to the frame.
  window.Telegram = { WebView: { receiveEvent: receive } };
  window.TelegramGameProxy = { receiveEvent: receive };
  window.TelegramGameProxy_receiveEvent = receive;
  window.addEventListener("message", (event) => {
    if (!framed || event.source !== window.parent || event.origin !== "https://web.telegram.org") return;
    try { const told = JSON.parse(event.data); receive(told.eventType, told.eventData); } catch { /* not of Telegram */ }
  });

  // No page but this one may be framed, and what is not ours has no way back: Telegram opens those beside it. A number
  // to call is left to the telephone.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^=http], a[href^='/']");
    if (!link || (!framed && link.origin === location.origin)) return;
    event.preventDefault();
    tell("web_app_open_link", { url: link.href });
  });

  tell("web_app_ready");
  tell("web_app_expand");
  tell("web_app_setup_back_button", { is_visible: !first });
  tell("web_app_setup_main_button", main
    ? { is_visible: true, is_active: true, text: main.textContent }
    : { is_visible: false });

  const enter = document.querySelector("form[data-enter]");
  if (enter && (signed || pass)) {
    document.querySelector("[data-opening]").hidden = false;
    document.querySelector("[data-elsewhere]").hidden = true;
    enter.elements.init.value = signed;
    enter.elements.pass.value = signed ? "" : pass;
    enter.submit();
  }
})();

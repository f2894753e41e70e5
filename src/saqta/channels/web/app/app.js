// The app: pages for the time without a network, answers kept on this device when somebody asks for it, and forgotten again.
(() => {
  const language = document.documentElement.lang, SAVED = "saqta.saved";
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(`/service-worker.js?language=${language}&edition=%EDITION%`, { scope: "/" }).catch(() => {});
  }

  const read = () => { try { return JSON.parse(localStorage.getItem(SAVED)) || []; } catch { return []; } };
  const write = (all) => localStorage.setItem(SAVED, JSON.stringify(all));

  // An answer is what stands in its card. The number is on no card, so none is kept.
  document.querySelectorAll("form[data-save]").forEach((form) => {
    const card = document.querySelector("[data-answer]");
    if (!card) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const moment = card.querySelector("time[data-as-of]");
      write([{
        name: form.elements.name.value.trim().slice(0, 40),
        verdict: card.dataset.answer,
        lines: Array.from(card.querySelectorAll("[data-kept]"), (line) => line.textContent.trim().replace(/\s+/g, " ")),
        language,
        asOf: moment ? moment.dateTime : null,
        saved: new Date().toISOString(),
      }, ...read()].slice(0, 20));
      form.replaceWith(Object.assign(document.createElement("p"), { className: "notice", role: "status", textContent: form.dataset.save }));
    });
  });

  const age = (moment) => {
    const seconds = (new Date(moment) - Date.now()) / 1000, since = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const [unit, length] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
      if (Math.abs(seconds) >= length) return since.format(Math.round(seconds / length), unit);
    }
    return since.format(0, "minute");
  };
  const list = document.querySelector("[data-saved]");
  if (list) {
    const show = () => {
      const all = read(), pattern = document.querySelector("template").content;
      document.querySelector("[data-none]").hidden = all.length > 0;
      list.replaceChildren(...all.map((one, place) => {
        const item = pattern.cloneNode(true).firstElementChild;
        item.classList.add(one.verdict);
        item.lang = one.language;
        const say = (name, text) => { const at = item.querySelector(`[data-${name}]`); at.textContent = text; at.hidden = !text; };
        say("name", one.name);
        say("heading", one.lines[0]);
        say("rest", one.lines.slice(1).join(" "));
        const then = item.querySelector("time");
        then.dateTime = one.asOf || one.saved;
        then.textContent = age(one.asOf || one.saved);
        item.querySelector("[data-old]").hidden = Date.now() - new Date(one.asOf || one.saved) < 864e5;
        item.querySelector("button").addEventListener("click", () => { write(read().filter((_, other) => other !== place)); show(); });
        return item;
      }));
    };
    show();
  }

  // Without a script the same form does the same, but leaves this page in the history.
  document.querySelectorAll("form[data-clear]").forEach((form) => form.addEventListener("submit", async (event) => {
    event.preventDefault();
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    await fetch(form.action, { method: "POST", redirect: "manual" }).catch(() => {});
    location.replace(form.dataset.clear);
  }));
})();

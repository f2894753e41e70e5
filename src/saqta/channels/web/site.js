// What a script adds to pages that work without one: the dialog is modal, and "Back" means back.
(() => {
  const dialog = document.getElementById("ask"), tab = document.getElementById("ask-tab");
  if (dialog && tab && dialog.showModal) {
    const open = (event) => {
      event.preventDefault();
      if (!dialog.open) dialog.showModal();
      dialog.querySelector("input").focus();
    };
    tab.setAttribute("role", "button");
    tab.addEventListener("click", open);
    tab.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) { event.preventDefault(); dialog.close(); }
    });
    dialog.addEventListener("close", () => tab.focus());
    if (location.hash === "#ask") { history.replaceState(null, "", location.pathname); dialog.showModal(); }
  }
  // What went wrong is read out first, and the field to mend is one step away.
  document.querySelector(".summary")?.focus();
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
  // In Telegram's own window the pages take its colours, and its back button leads back.
  if (window.TelegramWebviewProxy) import("/telegram/frame.js");
})();

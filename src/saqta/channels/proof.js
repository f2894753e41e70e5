// The work that a device does before a question (see access/proof_of_work.py). It begins when somebody turns to a form
// and is done, mostly, before the last digit is typed; whoever is quicker waits for it a moment. No puzzle, no mark left.
(() => {
  const LIFE = 9 * 60 * 1000, PATIENCE = 8000;
  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

  async function solve(challenge) {
    const { nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters;
    const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]), counted = new DataView(password.buffer);
    const way = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
    for (let counter = 0; ; counter++) {
      counted.setUint32(password.length - 4, counter);
      const base = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
      const key = new Uint8Array(await crypto.subtle.deriveBits(way, base, keyLength * 8));
      const derivedKey = Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
    }
  }

  async function prove(form) {
    const told = form.dataset.challenge;
    delete form.dataset.challenge;
    const challenge = told ? JSON.parse(told) : (await (await fetch("/api/v1/proof-of-work")).json()).challenge;
    return challenge ? solve(challenge) : "";
  }

  function guard(form) {
    let proof, since = 0;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "proof";
    form.append(field);
    const forget = () => { proof = undefined; field.value = ""; form.removeAttribute("aria-busy"); };
    const begin = () => {
      if (Date.now() - since > LIFE) forget();
      if (proof) return;
      since = Date.now();
      // Whatever hinders the work, the question goes out: without a proof it counts against the smaller budgets.
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "-"));
      proof = Promise.race([prove(form).catch(() => "-"), late]).then((found) => { field.value = found || "-"; });
    };
    form.addEventListener("focusin", begin);
    form.addEventListener("submit", (event) => {
      const { submitter } = event;
      begin();
      if (field.value) return;
      event.preventDefault();
      form.setAttribute("aria-busy", "true");
      // A task of its own: a form does not submit itself while it is being submitted.
      proof.then(() => setTimeout(() => form.requestSubmit(submitter)));
    });
    // A page that comes back from the browser's memory has spent its proof.
    addEventListener("pageshow", (event) => { if (event.persisted) forget(); });
  }

  if (window.crypto && crypto.subtle) document.querySelectorAll("form[data-proof]").forEach(guard);
})();

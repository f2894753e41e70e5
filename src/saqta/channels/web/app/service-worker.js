// Keeps what is the same for everybody for the time without a network: the pages of one language that help then, and those
// that were read. What is somebody's own is never kept: only answers to GET that the server itself calls public are.
const words = new URL(location).searchParams;
const language = words.get("language"), KEPT = `saqta-${language}-${words.get("edition")}`;
const HELPFUL = JSON.parse('[]'); // the server puts the pages here
const PATIENCE = 4000;

const mayBeKept = (request, answer) =>
  request.method === "GET" && answer.ok && answer.type === "basic" && /\bpublic\b/.test(answer.headers.get("Cache-Control") || "");

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const kept = await caches.open(KEPT);
    // One page that is missing must not leave a person without all the others.
    await Promise.all(HELPFUL.map(async (path) => {
      const answer = await fetch(path, { cache: "no-cache" }).catch(() => null);
      if (answer && mayBeKept({ method: "GET" }, answer)) await kept.put(path, answer);
      // A body that nobody reads holds its connection, and of those there are six.
      else await answer?.body?.cancel();
    }));
    await skipWaiting();
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || address.pathname.startsWith("/api/")) return;
  event.respondWith(answered(request));
});

async function answered(request) {
  const kept = await caches.open(KEPT);
  const fresh = fetch(request).then((answer) => {
    if (mayBeKept(request, answer)) kept.put(request, answer.clone());
    return answer;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([fresh.catch(() => null), late]);
  if (first) return first;
  const before = await kept.match(request, { ignoreVary: true });
  if (before) return before;
  if (request.mode !== "navigate") return fresh;
  return fresh.catch(() => kept.match(`/${language}/offline/`, { ignoreVary: true }));
}

// The program of the service worker. The build puts `const BUILD = {…}` in front of it: `version`, and `files`,
// from each address relative to the site's root to the hash of what it must say.
//
// A version of the book is one cache. It is filled whole or not at all, never changed afterwards, and every page
// gets what it loads from the version it came from itself, however long it stays open. New pages come from the
// newest version that is whole; a version goes when no open page is left of it.

const ROOT = registration.scope;
// Other books may live elsewhere on the same host, and all share its caches.
const VERSIONS = `book ${ROOT} `;
const CURRENT = VERSIONS + BUILD.version;
// Which version each open page came from. It is kept in a cache because browsers stop and restart a worker at will.
const READERS = `readers ${ROOT}`;
const DOWNLOADS_AT_ONCE = 6;
const ANY = { ignoreSearch: true, ignoreVary: true };

addEventListener('install', (event) => {
  // Pages that are open keep their own version, so nothing has to wait for them.
  skipWaiting();
  event.waitUntil(fill());
});

addEventListener('activate', (event) => event.waitUntil(adoptPages()));

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(ROOT)) return;
  event.respondWith(mode === 'navigate' ? openPage(event) : deliver(event));
});

/** Downloads this version. One file that fails leaves the earlier version in place. */
async function fill() {
  const cache = await caches.open(CURRENT);
  const waiting = Object.entries(BUILD.files);
  const download = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await store(cache, ...next);
  };
  try {
    await Promise.all(Array.from({ length: DOWNLOADS_AT_ONCE }, download));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(CURRENT);
    throw error;
  }
}

async function store(cache, path, integrity) {
  const url = new URL(path, ROOT).href;
  const kept = isNamedByContent(url) ? await caches.match(url) : undefined;
  await cache.put(url, kept ?? (await download(url, integrity)));
}

async function download(url, integrity) {
  try {
    const answer = await fetch(url, { integrity, cache: 'no-cache' });
    // An answer that came by a redirect may not open a page.
    return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  } catch (cause) {
    throw new Error(`${url} did not arrive as this version of the book has it; the earlier one stays.`, {
      cause,
    });
  }
}

function isNamedByContent(url) {
  return url.startsWith(`${ROOT}${BUILD.assets}/`);
}

/** Pages that are open before any worker was there, the first visit's, came from the version just stored. */
async function adoptPages() {
  const readers = await caches.open(READERS);
  for (const { id } of await openClients()) if (!(await readers.match(keyOf(id)))) await remember(id);
  await clients.claim();
}

function openClients() {
  return clients.matchAll({ includeUncontrolled: true, type: 'all' });
}

function keyOf(clientId) {
  return new URL(`?reader=${clientId}`, ROOT).href;
}

async function remember(clientId) {
  const readers = await caches.open(READERS);
  await readers.put(keyOf(clientId), new Response(CURRENT));
}

async function openPage(event) {
  const cache = await caches.open(CURRENT);
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname.replace(/\/index\.html$/, '/');
  const page = await cache.match(address, ANY);
  if (page) {
    const reader = event.resultingClientId;
    if (reader) await remember(reader);
    event.waitUntil(dropUnread(reader));
    return page;
  }
  if (await cache.match(`${address}/`, ANY)) return Response.redirect(`${address}/${url.search}`);
  try {
    return await fetch(event.request);
  } catch (error) {
    // The whole book is here, so without a network there is no page at this address; a file there may be.
    const missing = /\/[^/.]*$/.test(address) && (await cache.match('404.html', ANY));
    if (!missing) throw error;
    return noSuchPage(missing);
  }
}

/** That page's addresses begin at the host's root, because hosts show it at any depth. */
async function noSuchPage(page) {
  const { pathname } = new URL(ROOT);
  const html = (await page.text()).replace(/ (href|src)="\/(?!\/)/g, ` $1="${pathname}`);
  return new Response(html, { status: 404, headers: page.headers });
}

/** What a page loads: from its own version, else from the network. */
async function deliver({ request, clientId }) {
  const { url } = request;
  const record = await caches.match(keyOf(clientId), { cacheName: READERS });
  const own = record && (await caches.match(url, { ...ANY, cacheName: await record.text() }));
  // A name made of the content cannot mean anything else in another version.
  const found = own ?? (isNamedByContent(url) ? await caches.match(url, ANY) : undefined);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const current = await caches.match(url, { ...ANY, cacheName: CURRENT });
    if (current) return current;
    throw error;
  }
}

/** Deletes the versions that no open page came from; `opening` is a page that is not counted as open yet. */
async function dropUnread(opening) {
  const open = new Set([opening, ...(await openClients()).map(({ id }) => id)]);
  const readers = await caches.open(READERS);
  const read = new Set([CURRENT]);
  for (const entry of await readers.keys()) {
    const record = await readers.match(entry);
    if (!open.has(new URL(entry.url).searchParams.get('reader'))) await readers.delete(entry);
    else if (record) read.add(await record.text());
  }
  for (const name of await caches.keys())
    if (name.startsWith(VERSIONS) && !read.has(name)) await caches.delete(name);
}

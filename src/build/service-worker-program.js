// The program of the service worker. The build puts `const BUILD = {…}` in front of it: `version`, `files`, from each
// address relative to the site's root to the hash of what it must say, and `parts`, the addresses of the pages that
// are kept only once they are read, each with all that lies below it. All other files are the shell of the book.
// `shellBytes` and the values of `parts` are sizes in bytes.
//
// A version of the book is one cache. It begins with the shell and the parts that are open or were kept before, all of
// them or none, and each part that is read later is added whole. Every page gets what it loads from the version it
// came from itself, however long it stays open. New pages come from the newest version; a version goes when no open
// page is left of it. A page that the host has in a newer version gets everything from the host.

const ROOT = registration.scope;
// Other books may live elsewhere on the same host, and all share its caches.
const VERSIONS = `book ${ROOT} `;
const CURRENT = VERSIONS + BUILD.version;
// Which version each open page came from. It is kept in a cache because browsers stop and restart a worker at will.
const READERS = `readers ${ROOT}`;
// An empty cache that exists while the reader wants the whole book, of this version and of each that follows.
const WHOLE = `whole ${ROOT}`;
const PARTS = Object.keys(BUILD.parts);
/** What is recorded of a page that came from the host, and not from a version on this device. */
const HOST = 'host';
const DOWNLOADS_AT_ONCE = 6;
const ANY = { ignoreSearch: true, ignoreVary: true };

addEventListener('install', (event) => {
  // Pages that are open keep their own version, so nothing has to wait for them.
  skipWaiting();
  event.waitUntil(fill());
});

addEventListener('activate', (event) => event.waitUntil(adoptPages()));

addEventListener('message', (event) => event.waitUntil(answer(event)));

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(ROOT)) return;
  event.respondWith(mode === 'navigate' ? openPage(event) : deliver(event));
});

/** Downloads this version as far as it is read. One file that fails leaves the earlier version in place. */
async function fill() {
  const wanted = new Set([undefined]);
  for (const { url } of await openClients()) wanted.add(partOf(url));
  for (const part of PARTS) if (await isKept(part)) wanted.add(part);
  if (await caches.has(WHOLE)) for (const part of PARTS) wanted.add(part);
  try {
    await storeAll(Object.keys(BUILD.files).filter((path) => wanted.has(partOf(urlOf(path)))));
  } catch (error) {
    await caches.delete(CURRENT);
    throw error;
  }
}

/** Adds a part of the book to this version. Its page comes last: where the page is, the rest of the part is. */
async function keep(part) {
  const cache = await caches.open(CURRENT);
  if (await cache.match(urlOf(part))) return;
  await storeAll(Object.keys(BUILD.files).filter((path) => path !== part && partOf(urlOf(path)) === part));
  await storeAll([part]);
}

/**
 * Answers a page: `state` at once, `keep` after adding the next part that is missing, `remove` after deleting all that is
 * kept. The page asks for part after part, because browsers stop a worker that is busy for long.
 */
async function answer({ data, ports: [port] }) {
  let isFailed = false;
  if (data === 'keep') isFailed = !(await keepNext());
  if (data === 'remove') await removeAll();
  port?.postMessage({ ...(await keptBytes()), isFailed });
}

/** Adds the next part that is missing. Returns false where it does not arrive as this version has it. */
async function keepNext() {
  await caches.open(WHOLE);
  try {
    if (!(await caches.has(CURRENT))) await fill();
    const cache = await caches.open(CURRENT);
    for (const part of PARTS) {
      if (await cache.match(urlOf(part))) continue;
      await keep(part);
      break;
    }
    return true;
  } catch {
    return false;
  }
}

async function removeAll() {
  for (const name of await caches.keys())
    if (name.startsWith(VERSIONS) || name === READERS || name === WHOLE) await caches.delete(name);
}

/** How many bytes of this version are on the device, and how many it has. */
async function keptBytes() {
  const hasShell = await caches.has(CURRENT);
  const cache = hasShell && (await caches.open(CURRENT));
  let [kept, whole] = [hasShell ? BUILD.shellBytes : 0, BUILD.shellBytes];
  for (const [part, bytes] of Object.entries(BUILD.parts)) {
    whole += bytes;
    if (cache && (await cache.match(urlOf(part)))) kept += bytes;
  }
  return { kept, whole };
}

function urlOf(path) {
  return new URL(path, ROOT).href;
}

/** The part of the book that an address belongs to; `undefined` for the shell. */
function partOf(url) {
  return PARTS.find((part) => url.startsWith(urlOf(part)));
}

/** Whether a version of the book on this device has the part. */
async function isKept(part) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(VERSIONS)) continue;
    if (await caches.match(urlOf(part), { cacheName: name })) return true;
  }
  return false;
}

async function storeAll(paths) {
  const cache = await caches.open(CURRENT);
  const waiting = [...paths];
  const downloadNext = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await store(cache, next, BUILD.files[next]);
  };
  try {
    await Promise.all(Array.from({ length: DOWNLOADS_AT_ONCE }, downloadNext));
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
}

async function store(cache, path, integrity) {
  const url = urlOf(path);
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

async function remember(clientId, source = CURRENT) {
  const readers = await caches.open(READERS);
  await readers.put(keyOf(clientId), new Response(source));
}

async function openPage(event) {
  // The reader has removed what was kept, or the browser has.
  if (!(await caches.has(CURRENT))) return fetch(event.request);
  const cache = await caches.open(CURRENT);
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname.replace(/\/index\.html$/, '/');
  const page = (await cache.match(address, ANY)) ?? (await openPart(event, address));
  const reader = event.resultingClientId;
  if (page) {
    if (reader) await remember(reader);
    event.waitUntil(dropUnread(reader));
    return page;
  }
  if (isPage(`${address}/`)) return Response.redirect(`${address}/${url.search}`);
  try {
    const answer = await fetch(event.request);
    if (reader) await remember(reader, HOST);
    return answer;
  } catch (error) {
    // All addresses of the book are known, so there is no page at another one; a file there may be.
    const isUnknown = !isPage(address) && /\/[^/.]*$/.test(address);
    const missing = isUnknown && (await cache.match('404.html', ANY));
    if (!missing) throw error;
    return noSuchPage(missing);
  }
}

function isPage(address) {
  return Object.keys(BUILD.files).some((path) => path.endsWith('/') && urlOf(path) === address);
}

/** The page of a part that is not kept yet, from the network; `undefined` where the host has another version of it. */
async function openPart(event, address) {
  const part = PARTS.find((path) => urlOf(path) === address);
  if (!part || navigator.connection?.saveData) return undefined;
  try {
    const page = await download(address, BUILD.files[part]);
    // A part that does not arrive whole is tried again when its page is opened next.
    event.waitUntil(keep(part).catch(() => {}));
    return page;
  } catch {
    return undefined;
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
  const source = await record?.text();
  const own = source && (await caches.match(url, { ...ANY, cacheName: source }));
  // A name made of the content cannot mean anything else in another version.
  const found = own || (isNamedByContent(url) ? await caches.match(url, ANY) : undefined);
  if (found) return found;
  try {
    // The browser's own cache may still have what the file said in an earlier version.
    return await (isNamedByContent(url) ? fetch(request) : fetch(request, { cache: 'no-cache' }));
  } catch (error) {
    // A worker of a page has no record; what it asks for is of the current version most likely.
    if (source === HOST) throw error;
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

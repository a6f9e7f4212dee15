// Stands in place of the service worker while the book is being written: whoever read the built book at this
// address before, with "npm start" for one, would go on being shown that copy.
addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil(removeCopies()));

async function removeCopies() {
  await registration.unregister();
  const copies = (await caches.keys()).filter((name) => name.includes(registration.scope));
  await Promise.all(copies.map((name) => caches.delete(name)));
  for (const page of await clients.matchAll({ type: 'window' })) await page.navigate(page.url);
}

// Put inline into 404.html. A host that keeps the site in a folder answers any missing path below it with this
// one page, whose rooted URLs then miss that folder. So the script asks the folders of the current address, from
// the top, for the page's own style sheet; the first that has it is the site's root. Where the site has a domain
// of its own the first answer is yes and nothing else happens.
addEventListener('DOMContentLoaded', async () => {
  const sheet = document.querySelector('link[rel=stylesheet][href^="/"]')?.getAttribute('href');
  if (!sheet) return;
  const folders = location.pathname.split('/').slice(1, -1);
  for (let depth = 0; depth <= folders.length; depth += 1) {
    const root = ['', ...folders.slice(0, depth)].join('/');
    const answer = await fetch(root + sheet, { method: 'HEAD' });
    if (!answer.ok) continue;
    if (root !== '') moveTo(root);
    return;
  }

  function moveTo(root) {
    for (const element of document.querySelectorAll('[href^="/"]'))
      element.setAttribute('href', root + element.getAttribute('href'));
    for (const element of document.querySelectorAll('script[src^="/"]')) {
      // A script element runs once, so the one that failed is replaced.
      const script = document.createElement('script');
      script.type = element.type;
      script.src = root + element.getAttribute('src');
      element.replaceWith(script);
    }
  }
});

// Put inline into 404.html. A host that keeps the site in a folder answers any missing path below it with this
// one page, whose rooted URLs then miss that folder and its style sheet with them. Only then the script asks the
// folders of the current address, from the top, for the sheet; the first that has it is the site's root.
addEventListener('load', async () => {
  const link = document.querySelector('link[rel=stylesheet][href^="/"]');
  if (!link || link.sheet?.cssRules.length) return;
  let root = '';
  for (const folder of location.pathname.split('/').slice(1, -1)) {
    root += `/${folder}`;
    const answer = await fetch(root + link.getAttribute('href'));
    if (answer.ok) return moveTo(root);
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

// Inside a sandbox nobody can look: it says itself what it shows.
addEventListener('load', async () => {
  await window.ready();
  const titles = [...window.reader.shadowRoot.querySelectorAll('.item .link')].map(
    (link) => link.getAttribute('data-whole') ?? link.textContent,
  );
  const [id] = await window.reader.results.ids(0, 1);
  await window.reader.openArticle(id);
  await window.painted();
  const article = window.inside('article').textContent;
  const { renderer } = window.reader.stats;
  const { events, failures, violations } = window;
  parent.postMessage(
    { titles, id, article, renderer, events: events.length, failures, violations, changes: window.changes() },
    '*',
  );
});

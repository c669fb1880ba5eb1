/**
 * Script that runs in each page before the page's own scripts. Records, as `window.bench`, when the page was painted and how long the next
 * paint took after each interaction. Uses the Event Timing API, as INP does. The API reports no entries below 16 ms.
 */
export const pageObserverScript = `(() => {
  const bench = { largestAt: null, largest: '', blockedMs: 0, waits: new Map(), frames: null };
  Object.defineProperty(window, 'bench', { value: bench });
  const observe = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options });
  observe({ type: 'largest-contentful-paint' }, ({ startTime, element }) => {
    bench.largestAt = startTime;
    bench.largest = (element?.tagName ?? '') + ' ' + (element?.textContent ?? '').slice(0, 60);
  });
  observe({ type: 'longtask' }, ({ duration }) => { bench.blockedMs += duration - 50; });
  observe({ type: 'event', durationThreshold: 16 }, ({ interactionId, duration }) => {
    if (interactionId) bench.waits.set(interactionId, Math.max(duration, bench.waits.get(interactionId) ?? 0));
  });
  // The overview is rendered when its heading shows a result; until then the heading is "Overview".
  bench.answer = new Promise((tell) => {
    const changes = new MutationObserver(() => {
      const heading = document.querySelector('h1')?.textContent ?? 'Overview';
      if (heading === 'Overview' || document.querySelector('#content section') === null) return;
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
    });
    changes.observe(document, { childList: true, subtree: true, characterData: true });
  });
})()`;

/**
 * Runs in each page before its own scripts and notes, as `bench`, when it was painted and how long people wait for the next
 * paint after what they do (Event Timing, as INP counts; entries below 16 ms are not made).
 */
export const observePage = `(() => {
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
  // The answer stands when the heading has it: until then it is the page's name.
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

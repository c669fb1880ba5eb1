/**
 * Resolves after the browser has painted the page again, so that a click shows its effect before slower work starts. Resolves
 * immediately if the browser tab is hidden, because a hidden page is never painted.
 */
export function waitForPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/**
 * Resolves after the next paint, so that a click shows its effect before slower work starts. Resolves at once in a
 * hidden page, which is never painted.
 */
export function afterPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** When the browser has shown what was done: a press is answered at once, what follows of it takes longer. A page that nobody sees is not painted. */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

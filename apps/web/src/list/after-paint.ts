/** Does what takes long once the browser has shown what was done: a press is answered at once, what follows of it then. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

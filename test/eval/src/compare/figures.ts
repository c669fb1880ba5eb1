import type { Figure } from './comparison.ts';

/** A share in [0, 1] of which more is better. */
export function shareFigure(key: string, title: string): Figure {
  return { key, title, better: 'more', digits: 3 };
}

/** What each side takes, as a whole process. */
export const costFigures: readonly Figure[] = [
  { key: 'seconds', title: 'seconds', better: 'less', digits: 1 },
  { key: 'peakMemoryMb', title: 'MiB', better: 'less', digits: 0 },
];

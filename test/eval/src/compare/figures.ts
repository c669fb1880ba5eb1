import type { Figure } from './comparison.ts';

/** Creates a figure that is a share in [0, 1], where more is better. */
export function shareFigure(key: string, title: string): Figure {
  return { key, title, better: 'more', digits: 3 };
}

/** Duration and memory of the whole process. */
export const costFigures: readonly Figure[] = [
  { key: 'seconds', title: 'seconds', better: 'less', digits: 1 },
  { key: 'peakMemoryMb', title: 'MiB', better: 'less', digits: 0 },
];

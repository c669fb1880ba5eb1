import type { ComparedFigure } from './method-comparison.ts';

/** Creates a figure that is a share in [0, 1]. A higher share is better. */
export function createShareFigure(key: string, title: string): ComparedFigure {
  return { key, title, better: 'more', digits: 3 };
}

/** Figures for the duration and the memory of the whole process. */
export const processCostFigures: readonly ComparedFigure[] = [
  { key: 'seconds', title: 'seconds', better: 'less', digits: 1 },
  { key: 'peakMemoryMb', title: 'MiB', better: 'less', digits: 0 },
];

import { readFileSync } from 'node:fs';
import { hourInMs } from '@refrain/domain';

/** How much memory a process held at one moment. */
export interface MemorySample {
  /** Milliseconds since the beginning. */
  readonly at: number;
  readonly megabytes: number;
}

export interface MemoryJudgement {
  readonly medianMb: number;
  readonly peakMb: number;
  readonly mbPerHour: number;
  readonly isFlat: boolean;
}

/** What collections of garbage and the pages of a heap make of a flat course: of the median, or so many megabytes. */
const toleratedShare = 0.1;
const toleratedMb = 24;

/** The memory of a process that is in use now, in megabytes; null where the system does not say, or it is gone. */
export function readMemory(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/**
 * Whether memory stays as it is: by the slope of Theil and Sen (1950, 1968), the median of the slopes between all pairs of samples,
 * which a third of outliers does not move. What it comes to over the time that was watched has to stay within what is tolerated.
 * @param samples after the time in which caches fill, at least two
 */
export function judgeMemory(samples: readonly MemorySample[]): MemoryJudgement {
  const slopes = samples.flatMap((one, index) =>
    samples.slice(index + 1).map((other) => (other.megabytes - one.megabytes) / (other.at - one.at)),
  );
  const slope = median(slopes);
  const sizes = samples.map(({ megabytes }) => megabytes);
  const medianMb = median(sizes);
  const measuredMs = (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);
  return {
    medianMb: Math.round(medianMb),
    peakMb: Math.round(Math.max(...sizes)),
    mbPerHour: Math.round(slope * hourInMs),
    isFlat: slope * measuredMs <= Math.max(toleratedMb, toleratedShare * medianMb),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper;
}

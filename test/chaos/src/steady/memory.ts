import { readFileSync } from 'node:fs';
import { hourInMs } from '@refrain/domain';

export interface MemorySample {
  readonly at: number;
  readonly megabytes: number;
}

export interface MemoryJudgement {
  readonly medianMb: number;
  readonly peakMb: number;
  readonly mbPerHour: number;
  readonly isFlat: boolean;
}

/** Maximum growth, as a share of the median, that counts as flat. Garbage collection and heap pages may cause that much growth. */
const toleratedShare = 0.1;
/** Maximum growth in megabytes that counts as flat for a small process. */
const toleratedMb = 24;

/** Returns the resident memory of a process in megabytes; null if the system does not report it or the process has ended. */
export function readProcessMemory(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/**
 * Judges whether memory is flat, by the Theil–Sen estimator (1950, 1968): the median of the slopes between all pairs of samples, which
 * tolerates almost a third of outliers. The growth over the whole time must stay within the tolerance. Needs at least two samples; take
 * them only after the caches are warm.
 */
export function judgeMemoryGrowth(samples: readonly MemorySample[]): MemoryJudgement {
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

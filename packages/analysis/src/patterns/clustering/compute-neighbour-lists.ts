import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { computeTimeDecay } from '../similarity/decay.ts';
import { type IndexedVectors, readPackedVector } from '../similarity/indexed-vectors.ts';
import { createNearestVectorSearch } from '../similarity/nearest.ts';
import { estimateBackgroundSimilarity } from './background-similarity.ts';

const pointsPerChunk = 256;
/** Minimum number of points for using threads, which otherwise take longer to start than they save */
const minPointsForThreads = 2_000;
const maxThreads = 4;
/** Milliseconds after which the main thread computes a chunk that another thread claimed but did not finish */
const chunkTimeout = 60_000;

/**
 * Maximum number of postings read per point, to which the run time is proportional. With a tenth of this number, the
 * measured quality of the groups of 5,000 points changes by at most 0.003.
 */
const postingBudget = 20_000;

interface NeighbourSearchInput {
  readonly vectors: IndexedVectors;
  readonly days: readonly (number | null)[];
  /** Positions of the points from which the background similarity is estimated; `sampled` has their vectors. */
  readonly sample: readonly number[];
  readonly sampled: IndexedVectors;
}

/** Nearest neighbours of all points, in shared arrays. The neighbours of point `p` start at index `p · count`. */
interface NeighbourLists {
  readonly count: number;
  /** Positions of each point's neighbours, highest text similarity first */
  readonly others: Int32Array;
  /** Similarity of each neighbour minus time decay; below 0 if the texts have nothing in common */
  readonly scores: Float32Array;
  /** Number of neighbours found for each point; at most `count` */
  readonly lengths: Int32Array;
  /** Expected similarity of each point's nearest unrelated point */
  readonly probabilities: Float64Array;
}

/** Memory shared by the threads that compute neighbour lists. */
export interface SharedNeighbourListMemory {
  readonly input: NeighbourSearchInput;
  readonly lists: NeighbourLists;
  /** A single element: the index of the first chunk that no thread has claimed */
  readonly next: Int32Array;
  /** 1 for each finished chunk, otherwise 0 */
  readonly done: Int32Array;
}

/**
 * Computes the nearest neighbours of each point with up to four threads, including the calling one, which computes
 * everything if no other thread starts. The result does not depend on how the threads share the work.
 */
export function computeNeighbourLists(input: NeighbourSearchInput, count: number): NeighbourLists {
  const size = input.days.length;
  const work: SharedNeighbourListMemory = {
    input,
    lists: {
      count,
      others: new Int32Array(new SharedArrayBuffer(4 * size * count)),
      scores: new Float32Array(new SharedArrayBuffer(4 * size * count)),
      lengths: new Int32Array(new SharedArrayBuffer(4 * size)),
      probabilities: new Float64Array(new SharedArrayBuffer(8 * size)),
    },
    next: new Int32Array(new SharedArrayBuffer(4)),
    done: new Int32Array(new SharedArrayBuffer(4 * Math.ceil(size / pointsPerChunk))),
  };
  const helpers = size < minPointsForThreads ? 0 : Math.min(maxThreads, availableParallelism()) - 1;
  const threads = Array.from({ length: helpers }, () => startHelper(work));
  const fill = computeRemainingNeighbourLists(work);
  for (let taken = 0; taken < work.done.length; taken++) {
    const isDone = Atomics.wait(work.done, taken, 0, chunkTimeout) !== 'timed-out';
    if (!isDone) fill(taken);
  }
  for (const thread of threads) void thread.terminate();
  return work.lists;
}

function startHelper(work: SharedNeighbourListMemory): Worker {
  const thread = new Worker(new URL('./fill-lists-thread.js', import.meta.url), { workerData: work });
  // After a helper thread fails, the main thread computes the chunks of that helper, but only after a timeout per
  // chunk. The warning explains the delay.
  thread.on('error', (error) => process.emitWarning(error));
  return thread;
}

/** Computes unclaimed chunks until none is left. Returns a function that computes any chunk, even a claimed one. */
export function computeRemainingNeighbourLists({
  input,
  lists,
  next,
  done,
}: SharedNeighbourListMemory): (taken: number) => void {
  const fill = createNeighbourListFiller(input, lists);
  const fillOne = (taken: number) => {
    fill(taken * pointsPerChunk, Math.min(input.days.length, (taken + 1) * pointsPerChunk));
    Atomics.store(done, taken, 1);
    Atomics.notify(done, taken);
  };
  for (let taken = Atomics.add(next, 0, 1); taken < done.length; taken = Atomics.add(next, 0, 1)) fillOne(taken);
  return fillOne;
}

/** Creates a function that fills the lists of the points from position `from` up to, but not including, `to`. */
function createNeighbourListFiller(
  { vectors, days, sample, sampled }: NeighbourSearchInput,
  { count, others, scores, lengths, probabilities }: NeighbourLists,
): (from: number, to: number) => void {
  const nearest = createNearestVectorSearch(vectors, postingBudget);
  const background = createNearestVectorSearch(sampled);
  const dayOf = (position: number) => days[position] ?? null;
  return (from, to) => {
    for (let own = from; own < to; own++) {
      const vector = readPackedVector(vectors.packed, own);
      let at = own * count;
      for (const { index, score } of nearest.find(vector, count, own)) {
        others[at] = index;
        scores[at++] = score - computeTimeDecay(dayOf(own), dayOf(index));
      }
      lengths[own] = at - own * count;
      const sampleScores = background
        .scoreAll(vector)
        .map((score, index) => score - computeTimeDecay(dayOf(own), dayOf(sample[index] as number)))
        .filter((_, index) => sample[index] !== own);
      probabilities[own] = estimateBackgroundSimilarity(sampleScores.sort().reverse(), days.length);
    }
  };
}

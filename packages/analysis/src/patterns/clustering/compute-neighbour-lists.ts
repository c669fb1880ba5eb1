import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { allocateSharedMemory } from '../similarity/packed-vectors.ts';
import { createNeighbourListFiller, type NeighbourLists, type NeighbourSearchInput } from './neighbour-lists.ts';

const pointsPerChunk = 256;
/** Minimum number of points for using threads, which otherwise take longer to start than they save */
const minPointsForThreads = 2_000;
const maxThreads = 4;
/** Milliseconds after which the main thread computes a chunk that another thread claimed but did not finish */
const chunkTimeout = 60_000;

/** Memory shared by the threads that compute neighbour lists. */
export interface NeighbourListMemory {
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
  const work: NeighbourListMemory = {
    input,
    lists: {
      count,
      others: new Int32Array(allocateSharedMemory(4 * size * count)),
      scores: new Float32Array(allocateSharedMemory(4 * size * count)),
      lengths: new Int32Array(allocateSharedMemory(4 * size)),
      probabilities: new Float64Array(allocateSharedMemory(8 * size)),
    },
    next: new Int32Array(allocateSharedMemory(4)),
    done: new Int32Array(allocateSharedMemory(4 * Math.ceil(size / pointsPerChunk))),
  };
  const helpers = size < minPointsForThreads ? 0 : Math.min(maxThreads, availableParallelism()) - 1;
  const threads = Array.from({ length: helpers }, () => startHelper(work));
  const fill = computeUnclaimedChunks(work);
  for (let taken = 0; taken < work.done.length; taken++) {
    const isDone = Atomics.wait(work.done, taken, 0, chunkTimeout) !== 'timed-out';
    if (!isDone) fill(taken);
  }
  for (const thread of threads) void thread.terminate();
  return work.lists;
}

function startHelper(work: NeighbourListMemory): Worker {
  const thread = new Worker(new URL('./fill-lists-thread.js', import.meta.url), { workerData: work });
  // After a helper thread fails, the main thread computes the chunks of that helper, but only after a timeout per
  // chunk. The warning explains the delay.
  thread.on('error', (error) => process.emitWarning(error));
  return thread;
}

/**
 * Claims and computes chunks until all are claimed.
 * @returns a function that computes the chunk at an index, even if another thread claimed the chunk
 */
export function computeUnclaimedChunks({ input, lists, next, done }: NeighbourListMemory): (taken: number) => void {
  const fill = createNeighbourListFiller(input, lists);
  const fillOne = (taken: number) => {
    fill(taken * pointsPerChunk, Math.min(input.days.length, (taken + 1) * pointsPerChunk));
    Atomics.store(done, taken, 1);
    Atomics.notify(done, taken);
  };
  for (let taken = Atomics.add(next, 0, 1); taken < done.length; taken = Atomics.add(next, 0, 1)) fillOne(taken);
  return fillOne;
}

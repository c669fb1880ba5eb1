import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { share } from '../similarity/packed-vectors.ts';
import { createListFiller, type NearInput, type NearLists } from './near-lists.ts';

/** Points per chunk of work. */
const chunk = 256;
/** With fewer points, threads are not worth their start-up time. */
const worthThreads = 2_000;
const maxThreads = 4;
/** How long to wait for a chunk of another thread, in ms, before computing it here. */
const patience = 60_000;

/** The state shared by the threads that fill lists. */
export interface ListWork {
  readonly places: NearInput;
  readonly lists: NearLists;
  /** The first unclaimed chunk. */
  readonly next: Int32Array;
  /** 1 for each finished chunk, otherwise 0. */
  readonly done: Int32Array;
}

/**
 * Computes the nearest points of each point with up to four threads, including this one. Each thread claims the next
 * chunk; this thread does everything if no other can start. The result does not depend on the distribution of work.
 */
export function fillLists(places: NearInput, count: number): NearLists {
  const size = places.days.length;
  const work: ListWork = {
    places,
    lists: {
      count,
      others: new Int32Array(share(4 * size * count)),
      scores: new Float32Array(share(4 * size * count)),
      lengths: new Int32Array(share(4 * size)),
      probabilities: new Float64Array(share(8 * size)),
    },
    next: new Int32Array(share(4)),
    done: new Int32Array(share(4 * Math.ceil(size / chunk))),
  };
  const helpers = size < worthThreads ? 0 : Math.min(maxThreads, availableParallelism()) - 1;
  const threads = Array.from({ length: helpers }, () => startHelper(work));
  const fill = fillChunks(work);
  for (let taken = 0; taken < work.done.length; taken++) {
    const isDone = Atomics.wait(work.done, taken, 0, patience) !== 'timed-out';
    if (!isDone) fill(taken);
  }
  for (const thread of threads) void thread.terminate();
  return work.lists;
}

function startHelper(work: ListWork): Worker {
  const thread = new Worker(new URL('./fill-lists-thread.js', import.meta.url), { workerData: work });
  // This thread takes over the work of a failed helper, which is slower and worth a warning.
  thread.on('error', (error) => process.emitWarning(error));
  return thread;
}

/**
 * Processes chunks until all are claimed.
 * @returns a function that processes one chunk, whoever claimed it
 */
export function fillChunks({ places, lists, next, done }: ListWork): (taken: number) => void {
  const fill = createListFiller(places, lists);
  const fillOne = (taken: number) => {
    fill(taken * chunk, Math.min(places.days.length, (taken + 1) * chunk));
    Atomics.store(done, taken, 1);
    Atomics.notify(done, taken);
  };
  for (let taken = Atomics.add(next, 0, 1); taken < done.length; taken = Atomics.add(next, 0, 1)) fillOne(taken);
  return fillOne;
}

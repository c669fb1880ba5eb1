import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { share } from '../similarity/packed-vectors.ts';
import { createListFiller, type NearInput, type NearLists } from './near-lists.ts';

/** Points whose lists are filled in one go. */
const chunk = 256;
/** Fewer points are not worth the start of threads. */
const worthThreads = 2_000;
const maxThreads = 4;
/** How long a chunk that another thread took is waited for, in ms, before it is done here. */
const patience = 60_000;

/** What threads that fill lists together share. */
export interface ListWork {
  readonly places: NearInput;
  readonly lists: NearLists;
  /** The first chunk that nobody has taken yet. */
  readonly next: Int32Array;
  /** By chunk, 1 where it is done. */
  readonly done: Int32Array;
}

/**
 * The nearest of each point, by as many threads as there are processors: each takes the next chunk of points, this one as
 * well, which does all of them where no other can be started. The result does not depend on who did what.
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
  // What a helper does not do is done by the thread that waits for it: slower, which is worth a word.
  thread.on('error', (error) => process.emitWarning(error));
  return thread;
}

/** Does chunks until all are taken. @returns does one chunk, whoever took it */
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

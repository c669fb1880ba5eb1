import { Piscina } from 'piscina';

/**
 * A pool of one thread that runs a script as it is built.
 * @param given what else the pool is to know, such as `workerData`
 */
export function openThread(file: URL, given: ConstructorParameters<typeof Piscina>[0] = {}): Piscina {
  const pool = new Piscina({
    filename: file.href,
    maxThreads: 1,
    recordTiming: false,
    // What is built runs as built, whatever this process was told of where to find sources.
    execArgv: [],
    ...given,
  });
  // Who asks is told. A thread that ends is replaced by one that knows nothing.
  pool.on('error', () => {});
  return pool;
}

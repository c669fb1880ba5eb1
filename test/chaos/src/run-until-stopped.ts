import { AppError } from '@refrain/domain';

/** Returns the result of the work, or throws AppError `unavailable` as soon as the signal aborts. */
export async function runUntilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, stopped(signal)]);
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new AppError('unavailable', 'The run was stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
}

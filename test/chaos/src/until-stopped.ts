import { AppError } from '@refrain/domain';

/** What the work gives, unless it is stopped before. @throws {AppError} `unavailable` then */
export async function untilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, stopped(signal)]);
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new AppError('unavailable', 'It was stopped before its end'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
}

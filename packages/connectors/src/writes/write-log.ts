import { AppError, type IntendedWrite, toAppError, type UndoRequest, type WriteOutcome } from '@refrain/domain';

/** The audit that every write passes. It comes from outside, since what is kept is no business of a connector. */
export interface WriteLog {
  /**
   * Waited for before a write leaves.
   * @returns its id there; null in a dry run, in which it was noted and may not be sent
   */
  begin(write: IntendedWrite): Promise<string | null>;
  complete(id: string, outcome: WriteOutcome): Promise<void>;
}

/**
 * Sends a write that is in the log before it leaves and has its outcome there after.
 * @param told what of the answer is kept
 * @returns the answer; null in a dry run
 * @throws what `send` throws, and what the log throws: before `send` nothing was written then
 */
export async function performWrite<T>(
  log: WriteLog,
  write: IntendedWrite,
  send: () => Promise<T>,
  told: (answer: T) => { readonly url: string | null; readonly undo: UndoRequest | null },
): Promise<T | null> {
  const id = await log.begin(write);
  if (id === null) return null;
  let answer: T;
  try {
    answer = await send();
  } catch (thrown) {
    const { message: problem } = toAppError(thrown);
    // A log that is away has no place for it either; the error that counts is the first one.
    await log.complete(id, { state: isRefusal(thrown) ? 'refused' : 'unknown', problem }).catch(() => undefined);
    throw thrown;
  }
  await log.complete(id, { state: 'done', ...told(answer) });
  return answer;
}

/** An answer that says no. None at all, one of a failing server or one that cannot be read leaves open what was done. */
export function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof AppError)) return false;
  const { status } = thrown.context;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408;
}

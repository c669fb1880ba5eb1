import { AppError, type IntendedWrite, toAppError, type UndoRequest, type WriteOutcome } from '@refrain/domain';

/** The audit log that every write passes. The caller provides it, since connectors do not store anything. */
export interface WriteLog {
  /**
   * Records a write before it is sent.
   * @returns its id; null in a dry run, in which it is recorded and must not be sent
   */
  begin(write: IntendedWrite): Promise<string | null>;
  complete(id: string, outcome: WriteOutcome): Promise<void>;
}

/**
 * Sends a write that is logged before and has its outcome logged afterwards.
 * @param describeOutcome what of the response is kept
 * @returns the response; null in a dry run
 * @throws what `send` and the log throw; if the log throws before `send`, nothing was written
 */
export async function performWrite<T>(
  log: WriteLog,
  write: IntendedWrite,
  send: () => Promise<T>,
  describeOutcome: (answer: T) => { readonly url: string | null; readonly undo: UndoRequest | null },
): Promise<T | null> {
  const id = await log.begin(write);
  if (id === null) return null;
  let answer: T;
  try {
    answer = await send();
  } catch (thrown) {
    const { message: problem } = toAppError(thrown);
    // If the log is unavailable, the outcome is lost too; the first error is the one to report.
    await log.complete(id, { state: isRefusal(thrown) ? 'refused' : 'unknown', problem }).catch(() => undefined);
    throw thrown;
  }
  await log.complete(id, { state: 'done', ...describeOutcome(answer) });
  return answer;
}

/**
 * Tells whether an error is a refusal by the provider. A missing response, a failing server or an unreadable response
 * leaves open what was done.
 */
export function isRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof AppError)) return false;
  const { status } = thrown.context;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408;
}

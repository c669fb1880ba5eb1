import { AppError, type IntendedWrite, toAppError, type UndoRequest, type WriteOutcome } from '@refrain/domain';

/** The audit log of writes to providers. The caller implements the log, since connectors store nothing. */
export interface WriteLog {
  /** Records a write before sending, and returns the entry's id; null in a dry run, which must not send the write. */
  begin(write: IntendedWrite): Promise<string | null>;
  complete(id: string, outcome: WriteOutcome): Promise<void>;
}

/** Logs a write, sends it, and logs the outcome. Returns the response; null in a dry run. */
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
    // The error of the write is reported even if the log also fails.
    await log.complete(id, { state: isWriteRefused(thrown) ? 'refused' : 'unknown', problem }).catch(() => undefined);
    throw thrown;
  }
  await log.complete(id, { state: 'done', ...describeOutcome(answer) });
  return answer;
}

/** Tells whether the provider refused a request, so that nothing was written. Otherwise the outcome is unknown. */
export function isWriteRefused(thrown: unknown): boolean {
  if (!(thrown instanceof AppError)) return false;
  const { status } = thrown.context;
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408;
}

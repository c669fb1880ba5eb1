import { AppError, toAppError } from '@refrain/domain';

/**
 * The form in which a thread returns an `AppError`, because a structured clone of an error loses the class and the
 * code.
 */
export interface SerialisedThreadError {
  readonly threadFailure: Pick<AppError, 'code' | 'message' | 'context'>;
}

/** Wraps a function that a thread's script exports, so that the caller receives an `AppError` with code and context. */
export function createThreadFunction<Task, Answer>(
  work: (task: Task) => Answer | Promise<Answer>,
): (task: Task) => Promise<Answer | SerialisedThreadError> {
  return async (task) => {
    try {
      return await work(task);
    } catch (thrown) {
      const { code, message, context } = toAppError(thrown);
      return { threadFailure: { code, message, context } };
    }
  };
}

/** @throws {AppError} the error that the function in the thread threw */
export function unwrapThreadResult<Answer>(answer: Answer | SerialisedThreadError): Answer {
  if (typeof answer !== 'object' || answer === null || !('threadFailure' in answer)) return answer as Answer;
  const { code, message, context } = answer.threadFailure;
  throw new AppError(code, message, { context });
}

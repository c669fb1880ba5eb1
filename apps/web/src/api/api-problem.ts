/** An error response of the API. `message` can be shown to the user. */
export class ApiProblem extends Error {
  /** HTTP status; 0 if the server could not be reached. */
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.status === status;
}

export const isSignedOut = (error: unknown) => hasStatus(error, 401);
export const isNotFound = (error: unknown) => hasStatus(error, 404);
/** Returns whether a write failed because the stored object has changed since it was loaded (HTTP 412). */
export const isWriteConflict = (error: unknown) => hasStatus(error, 412);

/** Returns whether repeating a failed request can help. It cannot if the request itself is invalid. */
export function isRetryable(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
}

export function requireData<Data>(data: Data | undefined): Data {
  if (data === undefined) throw new ApiProblem(0, 'The server sent an empty response. Try again.');
  return data;
}

export function describeProblem(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong on this page. Reload it.';
}

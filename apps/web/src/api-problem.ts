/** What the API answered instead of the wanted thing; `message` is for the person. */
export class ApiProblem extends Error {
  /** The HTTP status; 0 where nobody answered. */
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

function hasStatus(error: Error | null, status: number): boolean {
  return error instanceof ApiProblem && error.status === status;
}

export const isSignedOut = (error: Error | null) => hasStatus(error, 401);
export const isMissing = (error: Error | null) => hasStatus(error, 404);

/** Whether asking again can help: what is wrong with the request stays wrong. */
export function mayPass(error: Error): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;
}

/** What the API answered instead of the wanted thing; `message` is for the person. */
export class ApiProblem extends Error {
  /** The HTTP status; 0 where nobody answered. */
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
export const isMissing = (error: unknown) => hasStatus(error, 404);
/** What was looked at is not what is stored by now. */
export const isOutdated = (error: unknown) => hasStatus(error, 412);

/** Whether asking again can help: what is wrong with the request stays wrong. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 429 || error.status >= 500;
}

/** What to say to the person, whatever went wrong. */
export function describeProblem(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong in this page. Reload it.';
}

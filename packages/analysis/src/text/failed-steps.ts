/** Matches the job and the failed steps in the text of a workflow run: `Job: deploy, step: Run migrations`. */
const failedSteps = /^Job: [^\n]{1,200}, step: ([^\n]{1,200})$/gmu;

/** Lists the names of the failed steps that a failed deployment's text states, for each job in one text. */
export function listFailedSteps(text: string): string[] {
  return [...text.matchAll(failedSteps)].map(([, steps = '']) => steps);
}

/** Removes the names of jobs and steps, which all failures of a workflow share, whatever failed. */
export function removeFailedSteps(text: string): string {
  return text.replace(failedSteps, '');
}

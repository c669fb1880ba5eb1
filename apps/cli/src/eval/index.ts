import { createEvalTask, type EvalTask } from './eval-task.ts';

/** The tasks of `refrain eval` by name. They run the product's own code and never read labels when predicting. */
export const evalTasks: Readonly<Record<string, EvalTask>> = {
  similar: createEvalTask(
    'similar',
    'the 20 most similar others of each record: {id, title, text, created} to {id, neighbours: [{id, score}]}',
    async () => (await import('./eval-similar.ts')).evalSimilar,
  ),
  cluster: createEvalTask(
    'cluster',
    'the pattern of each record, null where it is in none: {id, title, text, created} to {id, pattern}',
    async () => (await import('./eval-cluster.ts')).evalCluster,
  ),
  cause: createEvalTask(
    'cause',
    'what allowed each failure and what set it off: {id, title, text} to {id, cause, trigger, confidence}',
    async () => (await import('./eval-cause.ts')).evalCause,
  ),
  reverts: createEvalTask(
    'reverts',
    'the commits that take back others: {repo, sha, date, parents, subject, body, pr} to {sha, mergeShas, revertedShas, revertedPr, isRevertOfRevert, verdict, isFailure, confidence, evidence}',
    async () => (await import('./eval-reverts.ts')).evalReverts,
    'reverts that are known, to be scored against, JSON Lines of {revert_sha, reverted_sha}',
  ),
  forecast: {
    description:
      'how forecasts of what recurs would have done, beside peers: {id, start, FIELD} to {id, origin, days, chance, expected, low, high, count, baseRate, poisson, holtWinters}',
    by: 'the field whose values are the series: a text, or a list of them',
    isOutputOptional: true,
    run: async (options) => (await import('./eval-forecast.ts')).evalForecast(options),
  },
};

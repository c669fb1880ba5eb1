import { evalCause } from './eval-cause.ts';
import { evalCluster } from './eval-cluster.ts';
import { evalReverts } from './eval-reverts.ts';
import { evalSimilar } from './eval-similar.ts';
import { createEvalTask, type EvalTask } from './eval-task.ts';

/** The tasks of `refrain eval` by name. They run the product's own code and never read labels when predicting. */
export const evalTasks: Readonly<Record<string, EvalTask>> = {
  similar: createEvalTask(
    'similar',
    'the 20 most similar others of each record: {id, title, text, created} to {id, neighbours: [{id, score}]}',
    evalSimilar,
  ),
  cluster: createEvalTask(
    'cluster',
    'the pattern of each record, null where it is in none: {id, title, text, created} to {id, pattern}',
    evalCluster,
  ),
  cause: createEvalTask(
    'cause',
    'what allowed each failure and what set it off: {id, title, text} to {id, cause, trigger, confidence}',
    evalCause,
  ),
  reverts: createEvalTask(
    'reverts',
    'the commits that take back others: {repo, sha, date, parents, subject, body, pr} to {sha, revertedShas, revertedPr, isRevertOfRevert, isFailure, confidence}',
    evalReverts,
    'reverts that are known, to be scored against, JSON Lines of {revert_sha, reverted_sha}',
  ),
};

import type { Decision } from '@refrain/domain';
import type { Route } from '../http/routing/define-route.ts';

/** Summaries of audited operations that have no route. */
const otherOperations: Readonly<Record<string, string>> = {
  signIn: 'Sign in by a link',
  connectGitHubApp: 'Connect an account through its GitHub App',
  changeQueues: 'Retry or remove jobs on the queue board',
  followUpImprovement: 'Propose a follow-up issue for a fix that did not hold',
};

/** Creates a function that adds to a decision the summary of its operation. */
export function createOperationNamer(routes: readonly Pick<Route, 'operationId' | 'summary'>[]) {
  const summaries = new Map(routes.map(({ operationId, summary }) => [operationId, summary]));
  return (decision: Omit<Decision, 'what'>): Decision => {
    const { operation } = decision;
    return { ...decision, what: summaries.get(operation) ?? otherOperations[operation] ?? operation };
  };
}

import type { Provider } from '@refrain/domain';
import type { RequestBudget, RequestBudgets } from './request-budgets.ts';

/** What an answer to a connection told of the requests that its provider still takes. */
export interface ReportedBudget extends RequestBudget {
  readonly connectionId: string;
  readonly provider: Provider;
  /** GitHub counts what is asked by GraphQL by itself. */
  readonly resource: 'graphql' | 'rest';
}

export type OnBudget = (budget: ReportedBudget) => void;

/** The budgets, with what is learned of them told. An account that is only looked at has no id, and nothing is told of it. */
export function reportBudgets(
  budgets: RequestBudgets,
  { id, provider }: { readonly id?: string; readonly provider: Provider },
  onBudget: OnBudget | undefined,
): RequestBudgets {
  if (onBudget === undefined || id === undefined) return budgets;
  return {
    find: (key) => budgets.find(key),
    keep(key, budget) {
      const kept = budgets.keep(key, budget);
      onBudget({ ...kept, connectionId: id, provider, resource: key.endsWith('/graphql') ? 'graphql' : 'rest' });
      return kept;
    },
  };
}

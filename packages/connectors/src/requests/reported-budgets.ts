import type { Provider } from '@refrain/domain';
import type { RequestBudget, RequestBudgets } from './request-budgets.ts';

/** The requests that a provider still accepts, as a response to a connection reported it. */
export interface ReportedBudget extends RequestBudget {
  readonly connectionId: string;
  readonly provider: Provider;
  /** GitHub counts GraphQL requests separately. */
  readonly resource: 'graphql' | 'rest';
}

export type OnBudget = (budget: ReportedBudget) => void;

/**
 * Reports each budget that is kept. An account that is only being verified has no id, so its budgets are not reported.
 */
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

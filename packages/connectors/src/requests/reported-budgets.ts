import type { Provider } from '@refrain/domain';
import type { RequestBudget, RequestBudgets } from './request-budgets.ts';

export interface ReportedBudget extends RequestBudget {
  readonly connectionId: string;
  readonly provider: Provider;
  /** GitHub has a separate budget for GraphQL. */
  readonly resource: 'graphql' | 'rest';
}

export type BudgetListener = (budget: ReportedBudget) => void;

/** Wraps budgets so that `onBudget` receives each stored budget. A new account, which has no id yet, reports none. */
export function addBudgetListener(
  budgets: RequestBudgets,
  { id, provider }: { readonly id?: string; readonly provider: Provider },
  onBudget: BudgetListener | undefined,
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

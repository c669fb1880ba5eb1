interface Ordered {
  readonly created_at: string;
  /** The status's id; absent if the status is from GraphQL, which returns statuses newest first. */
  readonly id?: number | undefined;
}

/** Sorts the statuses of a deployment, oldest first. Times are in whole seconds, so several can be equal. */
export function sortDeploymentStatuses<T extends Ordered>(statuses: readonly T[]): T[] {
  return statuses
    .toReversed()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || (a.id ?? 0) - (b.id ?? 0));
}

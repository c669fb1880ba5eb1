interface Ordered {
  readonly created_at: string;
  /** GraphQL returns no ids; its statuses are sorted newest first. */
  readonly id?: number | undefined;
}

/** Sorts a deployment's statuses, oldest first. Several can have the same time, which is in whole seconds. */
export function statusesInOrder<T extends Ordered>(statuses: readonly T[]): T[] {
  return statuses
    .toReversed()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || (a.id ?? 0) - (b.id ?? 0));
}

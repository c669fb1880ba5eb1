interface Ordered {
  readonly created_at: string;
  /** GraphQL gives none; where there is none, the newest stand first. */
  readonly id?: number | undefined;
}

/** A deployment's statuses, the oldest first. Several can be of one second, which is GitHub's shortest time. */
export function statusesInOrder<T extends Ordered>(statuses: readonly T[]): T[] {
  return statuses
    .toReversed()
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at) || (a.id ?? 0) - (b.id ?? 0));
}

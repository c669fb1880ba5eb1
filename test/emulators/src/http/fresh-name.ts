import { randomUUID } from 'node:crypto';

let prefix: string = randomUUID();
let count = 0;

/** Returns a name that is unique over all runs. Ids of new objects derive from it. */
export function freshName(): string {
  count += 1;
  return `${prefix}/${count}`;
}

/** Makes the ids of new objects the same in every run of this process that does the same in the same order. */
export function seedFreshNames(seed: string): void {
  prefix = seed;
  count = 0;
}

import { randomUUID } from 'node:crypto';

let prefix: string = randomUUID();
let made = 0;

/** Returns a name that is unique over all runs. Ids of new objects derive from it. */
export function freshName(): string {
  made += 1;
  return `${prefix}/${made}`;
}

/** Makes the ids of new objects the same in every run of this process that does the same in the same order. */
export function seedFreshNames(seed: string): void {
  prefix = seed;
  made = 0;
}

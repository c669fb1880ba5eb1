import { randomUUID } from 'node:crypto';

let prefix: string = randomUUID();
let count = 0;

/** Returns a name that is unique across processes. Ids of new objects derive from it. */
export function createUniqueName(): string {
  count += 1;
  return `${prefix}/${count}`;
}

/** Makes ids of new objects reproducible: the same actions in the same order lead to the same ids. */
export function setUniqueNamePrefix(seed: string): void {
  prefix = seed;
  count = 0;
}

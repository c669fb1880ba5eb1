import { randomUUID } from 'node:crypto';

let prefix: string = randomUUID();
let made = 0;

/** A name that nothing has yet, in no run: what is new gets its id by it. */
export function freshName(): string {
  made += 1;
  return `${prefix}/${made}`;
}

/** From now on the ids of new things in this process are the same in every run that does the same in the same order. */
export function seedFreshNames(seed: string): void {
  prefix = seed;
  made = 0;
}

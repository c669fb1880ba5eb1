import { entityTag } from './entity-tag.ts';

/**
 * An answer that is written as JSON already, with its tag: one that is large and given often is not written for each who asks.
 * It may come out of a thread.
 */
export interface WrittenJson<Body> {
  readonly json: Uint8Array;
  readonly tag: string;
  /** Never there: says to the compiler what is written. */
  readonly of?: Body;
}

export function writeJson<Body>(body: Body): WrittenJson<Body> {
  const text = JSON.stringify(body);
  return { json: new TextEncoder().encode(text), tag: entityTag(text) };
}

/** What was written, for who answers with a part of it. */
export function readJson<Body>({ json }: WrittenJson<Body>): Body {
  return JSON.parse(new TextDecoder().decode(json)) as Body;
}

export function isWritten(value: unknown): value is WrittenJson<unknown> {
  return typeof value === 'object' && value !== null && 'json' in value && value.json instanceof Uint8Array;
}

import { createEntityTag } from './create-entity-tag.ts';

/** A serialised body with its entity tag. A worker thread can return it, so that a large response is serialised only once. */
export interface SerializedJson<Body> {
  readonly json: Uint8Array;
  readonly tag: string;
  /** Never set. The field only tells TypeScript the type of the body. */
  readonly of?: Body;
}

export function serializeJson<Body>(body: Body): SerializedJson<Body> {
  const text = JSON.stringify(body);
  return { json: new TextEncoder().encode(text), tag: createEntityTag(text) };
}

export function parseSerializedJson<Body>({ json }: SerializedJson<Body>): Body {
  return JSON.parse(new TextDecoder().decode(json)) as Body;
}

export function isSerializedJson(value: unknown): value is SerializedJson<unknown> {
  return (value as Partial<SerializedJson<unknown>> | null | undefined)?.json instanceof Uint8Array;
}

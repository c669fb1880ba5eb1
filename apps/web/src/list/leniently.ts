import * as z from 'zod/mini';

/** A parameter of an address. What cannot be read is left out: an old or mistyped link still leads somewhere. */
export function leniently<Value extends z.ZodMiniType>(value: Value) {
  return z.catch(z.optional(value), undefined);
}

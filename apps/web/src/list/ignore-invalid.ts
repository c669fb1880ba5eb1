import * as z from 'zod/mini';

/** Makes a search parameter optional and ignores invalid values, so that an old or mistyped link still works. */
export function ignoreInvalid<Value extends z.ZodMiniType>(value: Value) {
  return z.catch(z.optional(value), undefined);
}

/** Memoises a function of a text or a number. The cache needs no size limit, because most keys repeat. */
export function memoise<Result, Key extends string | number = string>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}

/** Groups values by key; each group keeps the order of the values. A value with several keys is in several groups. */
export function groupBy<T, Key>(values: Iterable<T>, keysOf: (value: T) => Iterable<Key>): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

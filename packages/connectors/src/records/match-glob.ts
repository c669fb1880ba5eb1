/** Matches a case-insensitive pattern with `*` and `?`, in time proportional to the product of both lengths. */
export function matchGlob(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const subject = name.toLowerCase();
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < subject.length) {
    if (wanted[p] === '*') {
      star = p;
      mark = n;
      p += 1;
    } else if (wanted[p] === '?' || (p < wanted.length && wanted[p] === subject[n])) {
      p += 1;
      n += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      n = mark;
    } else {
      return false;
    }
  }
  while (wanted[p] === '*') p += 1;
  return p === wanted.length;
}

/** Tells whether a name matches one of the patterns; true without patterns. */
export function matchesAnyPattern(patterns: readonly string[], name: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matchGlob(pattern, name));
}

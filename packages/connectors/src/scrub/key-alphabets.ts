export const uuid = String.raw`[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}`;

/**
 * Returns a pattern for text that contains letters of both cases, and a digit before a letter. Without these
 * conditions, patterns for keys with a short prefix would also match identifiers and prose.
 */
export function createRandomTextPattern(alphabet: string, shortest: number, longest = shortest): string {
  const before = `${alphabet}{0,${shortest - 1}}`;
  return String.raw`(?=${before}[a-z])(?=${before}[A-Z])(?=${before}\d[A-Za-z])${alphabet}{${shortest},${longest}}`;
}

export const alphanumericPattern = String.raw`[A-Za-z\d]`;
export const base64UrlPattern = String.raw`[\w-]`;

export const uuid = String.raw`[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}`;

/**
 * Returns a pattern for random characters: letters of both cases, and a digit before a letter. Needed for keys with a
 * short prefix, since identifiers and prose have the same characters.
 */
export function createRandomPattern(alphabet: string, shortest: number, longest = shortest): string {
  const before = `${alphabet}{0,${shortest - 1}}`;
  return String.raw`(?=${before}[a-z])(?=${before}[A-Z])(?=${before}\d[A-Za-z])${alphabet}{${shortest},${longest}}`;
}

export const alphanumeric = String.raw`[A-Za-z\d]`;
export const base64Url = String.raw`[\w-]`;

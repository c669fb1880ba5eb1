interface Found {
  readonly id: string;
}

/**
 * Moves exact matches to the front of a result: first the failures with the title of the question, in their order, then those
 * that the question repeats, newest first. The others keep their order.
 * @param titled ids of the failures with the title of the question
 * @param dayOf returns the day of a failure that the question repeats; null for other failures
 */
export function putExactFirst<T extends Found>(
  matches: readonly T[],
  titled: readonly string[],
  dayOf: (match: T) => number | null,
): T[] {
  const position = new Map(titled.map((id, at) => [id, at]));
  const last = titled.length;
  const ranked = matches.map((match) => {
    const at = position.get(match.id);
    const day = at === undefined ? dayOf(match) : null;
    return { match, group: at ?? (day === null ? last + 1 : last), day: day ?? 0 };
  });
  return ranked.sort((a, b) => a.group - b.group || b.day - a.day).map(({ match }) => match);
}

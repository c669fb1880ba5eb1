/** The lines of documents, each distinct line stored once: most repeat, so each needs processing only once. */
export interface Lines {
  readonly lines: readonly string[];
  /** For each document the positions of its lines in `lines`, in document order. */
  readonly documents: readonly (readonly number[])[];
}

/**
 * Collects the distinct lines of documents.
 * @param documents the lines of each document
 */
export function collectLines(documents: Iterable<readonly string[]>): Lines {
  const { lines, positionOf } = createNumbering();
  return { lines, documents: Array.from(documents, (written) => written.map(positionOf)) };
}

/**
 * Returns the same documents with each line replaced. Lines that become equal are merged.
 * @param changed the new text of each line, by position
 */
export function changeLines({ documents }: Lines, changed: readonly string[]): Lines {
  const { lines, positionOf } = createNumbering();
  const positions = changed.map(positionOf);
  return {
    lines,
    documents: documents.map((written) => written.map((position) => positions[position] as number)),
  };
}

function createNumbering() {
  const lines: string[] = [];
  const positions = new Map<string, number>();
  return {
    lines,
    positionOf(line: string): number {
      const known = positions.get(line);
      if (known !== undefined) return known;
      const position = lines.push(line) - 1;
      positions.set(line, position);
      return position;
    },
  };
}

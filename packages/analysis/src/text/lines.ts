/** The lines of documents, each different one kept once: most come again and again, and what is done to a line is done once. */
export interface Lines {
  readonly lines: readonly string[];
  /** For each document the positions of its lines in `lines`, in the order in which they stand. */
  readonly documents: readonly (readonly number[])[];
}

/** @param documents the lines of each */
export function collectLines(documents: Iterable<readonly string[]>): Lines {
  const { lines, positionOf } = createNumbering();
  return { lines, documents: Array.from(documents, (written) => written.map(positionOf)) };
}

/**
 * The same documents with each line changed; lines that become the same are one.
 * @param changed what becomes of each line, by position
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

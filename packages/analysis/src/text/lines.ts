/** The lines of documents, each distinct line stored once so that it is processed once. */
export interface Lines {
  readonly lines: readonly string[];
  /** The lines of each document, as indices into `lines`. */
  readonly documents: readonly (readonly number[])[];
}

export function collectDistinctLines(documents: Iterable<readonly string[]>): Lines {
  const { lines, positionOf } = createNumbering();
  return { lines, documents: Array.from(documents, (written) => written.map(positionOf)) };
}

/** Replaces each line by the text that has the same index in `changed`, and merges lines that have become equal. */
export function replaceDistinctLines({ documents }: Lines, changed: readonly string[]): Lines {
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

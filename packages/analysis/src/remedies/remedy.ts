/** A way in which operators end incidents, independent of the service that failed. */
export interface Remedy {
  readonly id: string;
  /** The end of a sentence that begins with "Resolved in 3 episodes", such as "by a rollback". */
  readonly means: string;
  /** A name for a cell of a table, such as "rollback" */
  readonly name: string;
  /**
   * Phrases that state the remedy, in the syntax of `compilePhrase`: the words of a phrase stand near each other in one part
   * of a sentence, in any order, and `|` separates alternatives.
   */
  readonly phrases: readonly string[];
}

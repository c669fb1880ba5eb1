/** Why a row is skipped. */
export interface SkipReason {
  readonly reason: string;
  /**
   * The reason without the values of the row, which is equal for all rows with the same problem, and the value of this row. Absent if
   * the reason contains no values.
   */
  readonly shared?: { readonly problem: string; readonly example: string };
}

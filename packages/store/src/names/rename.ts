/** A new name of a repository. */
export interface Rename {
  /** As `owner/name`. */
  readonly from: string;
  readonly to: string;
}

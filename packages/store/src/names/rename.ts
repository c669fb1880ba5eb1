/** That a repository has another name now. */
export interface Rename {
  /** `owner/name`. */
  readonly from: string;
  readonly to: string;
}

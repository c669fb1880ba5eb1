export interface RepositoryRename {
  /** The former name as `owner/name`. */
  readonly from: string;
  readonly to: string;
}

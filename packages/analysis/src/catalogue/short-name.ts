/** Returns `name` for the repository `owner/name`. */
export function shortName(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

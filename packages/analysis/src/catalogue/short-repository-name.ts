/** Returns `name` for the repository `owner/name`. */
export function shortRepositoryName(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

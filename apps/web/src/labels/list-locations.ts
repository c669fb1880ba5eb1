/** Lists where a pattern occurs: its services, or its repositories if no service is known. */
export function listLocations({
  services,
  repositories,
}: {
  readonly services: readonly string[];
  readonly repositories: readonly string[];
}): readonly string[] {
  return services.length > 0 ? services : repositories;
}

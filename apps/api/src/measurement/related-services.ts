import type { RelatedService, ServiceDependency } from '@refrain/domain';

const maxRelated = 12;

/** Merges the dependencies in catalogue files with the services that failed in the same episodes. */
export function findRelatedServices(
  service: string,
  dependencies: readonly Pick<ServiceDependency, 'service' | 'dependsOn'>[],
  shared: readonly Pick<RelatedService, 'name' | 'sharedEpisodes'>[],
): RelatedService[] {
  const related = new Map<string, RelatedService>();
  const add = (name: string, statement: Partial<RelatedService>) =>
    related.set(name, {
      name,
      isDependency: false,
      isDependent: false,
      sharedEpisodes: 0,
      ...related.get(name),
      ...statement,
    });
  for (const { service: dependent, dependsOn } of dependencies) {
    if (dependent === dependsOn) continue;
    if (dependent === service) add(dependsOn, { isDependency: true });
    if (dependsOn === service) add(dependent, { isDependent: true });
  }
  for (const { name, sharedEpisodes } of shared) add(name, { sharedEpisodes });
  return [...related.values()]
    .sort(
      (a, b) =>
        Number(b.isDependency) - Number(a.isDependency) ||
        Number(b.isDependent) - Number(a.isDependent) ||
        b.sharedEpisodes - a.sharedEpisodes ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, maxRelated);
}

import type { CatalogueDraft } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import type { CatalogueChange } from './catalogue-input.ts';
import { describeNameSimilarity, type NameSimilarityLookup } from './name-similarity-lookup.ts';
import { weighCatalogueSignals } from './weigh-catalogue-signals.ts';

/** Minimum number and minimum share of a folder's subfolders that must have names of services. */
const minNamed = { folders: 3, share: 0.5 };
const maxDepth = 3;
const minSimilarity = 0.9;
/** Weight of a folder's name relative to a repository's name. Folders count less, since there are many more of them. */
const folderFactor = 0.8;
/** Matches configuration and data files, which do not show that a folder contains a service's source. */
const settings = /\.(?:ya?ml|json|toml|ini|conf|cfg|tf|tfvars|hcl|env|pem|crt|key|properties|md|txt|csv|sql|lock)$/iu;

/** Suggests source folders as locations of services, if at least half of the sibling folders have service names too. */
export function findServiceFolders(
  changes: readonly CatalogueChange[],
  services: readonly string[],
  names: NameSimilarityLookup,
  base: number,
): CatalogueDraft[] {
  const parents = groupSubfolders(changes);
  const byWord = groupBy(services, (service) => {
    const { words } = names.parts(service);
    return new Set([...words, words.join('')]);
  });
  return [...parents].flatMap(([parent, folders]) => {
    const found = [...folders].flatMap((folder) => {
      const { words } = names.parts(folder);
      const candidates = new Set([...words, words.join('')].flatMap((word) => byWord.get(word) ?? []));
      return [...candidates].flatMap((service) => {
        const similarity = names.similarServices(folder).get(service) ?? null;
        return similarity === null || similarity.similarity < minSimilarity ? [] : [{ service, folder, similarity }];
      });
    });
    const named = new Set(found.map(({ folder }) => folder)).size;
    if (named < minNamed.folders || named < minNamed.share * folders.size) return [];
    const [repository = '', root = ''] = parent.split('\n');
    return found.map(({ service, folder, similarity }) => ({
      service,
      repository,
      path: root === '' ? folder : `${root}/${folder}`,
      environment: null,
      origin: 'suggestion' as const,
      ...weighCatalogueSignals(base, [
        {
          signal: 'paths',
          detail: `a folder of source files, next to others that have names of services: ${describeNameSimilarity(similarity)}`,
          value: folderFactor * similarity.value,
        },
      ]),
    }));
  });
}

/** Groups the folders with changed source files by repository and parent folder. */
function groupSubfolders(changes: readonly CatalogueChange[]): Map<string, Set<string>> {
  const parents = new Map<string, Set<string>>();
  for (const { repository, paths } of changes) {
    for (const path of paths) {
      if (settings.test(path)) continue;
      const steps = path.split('/').slice(0, -1);
      for (let level = 0; level < Math.min(maxDepth, steps.length); level += 1) {
        const key = `${repository}\n${steps.slice(0, level).join('/')}`;
        const own = parents.get(key) ?? new Set<string>();
        parents.set(key, own.add(steps[level] ?? ''));
      }
    }
  }
  return parents;
}

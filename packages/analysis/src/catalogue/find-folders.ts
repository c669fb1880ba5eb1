import type { CatalogueDraft } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import type { CatalogueChange } from './catalogue-input.ts';
import { describeSimilarity, type NameSignals } from './name-signals.ts';
import { weighPair } from './weigh-pair.ts';

/** So many folders beside each other, and such a share of them, are called after services where services are kept. */
const habit = { folders: 3, share: 0.5 };
/** Folders are looked for so deep. */
const depth = 3;
const similar = 0.9;
/** What a folder's name says, as a part of what a repository's says: there are many more folders. */
const share = 0.8;
/** Files that set something up. A folder of nothing else is where a service is looked after, not where it comes from. */
const settings = /\.(?:ya?ml|json|toml|ini|conf|cfg|tf|tfvars|hcl|env|pem|crt|key|properties|md|txt|csv|sql|lock)$/iu;

/** Folders of repositories that hold one folder for each of several services. */
export function findFolders(
  changes: readonly CatalogueChange[],
  services: readonly string[],
  names: NameSignals,
  base: number,
): CatalogueDraft[] {
  const parents = listFolders(changes);
  const byWord = groupBy(services, (service) => {
    const { words } = names.parts(service);
    return new Set([...words, words.join('')]);
  });
  return [...parents].flatMap(([parent, folders]) => {
    const found = [...folders].flatMap((folder) => {
      const { words } = names.parts(folder);
      const near = new Set([...words, words.join('')].flatMap((word) => byWord.get(word) ?? []));
      return [...near].flatMap((service) => {
        const similarity = names.similarServices(folder).get(service) ?? null;
        return similarity === null || similarity.similarity < similar ? [] : [{ service, folder, similarity }];
      });
    });
    const named = new Set(found.map(({ folder }) => folder)).size;
    if (named < habit.folders || named < habit.share * folders.size) return [];
    const [repository = '', root = ''] = parent.split('\n');
    return found.map(({ service, folder, similarity }) => ({
      service,
      repository,
      path: root === '' ? folder : `${root}/${folder}`,
      environment: null,
      origin: 'suggestion' as const,
      ...weighPair(base, [
        {
          signal: 'paths',
          detail: `a folder of source files among others that are called after services: ${describeSimilarity(similarity)}`,
          value: share * similarity.value,
        },
      ]),
    }));
  });
}

/** By repository and parent folder, the folders in which source files were changed. */
function listFolders(changes: readonly CatalogueChange[]): Map<string, Set<string>> {
  const parents = new Map<string, Set<string>>();
  for (const { repository, paths } of changes) {
    for (const path of paths) {
      if (settings.test(path)) continue;
      const steps = path.split('/').slice(0, -1);
      for (let level = 0; level < Math.min(depth, steps.length); level += 1) {
        const key = `${repository}\n${steps.slice(0, level).join('/')}`;
        const own = parents.get(key) ?? new Set<string>();
        parents.set(key, own.add(steps[level] ?? ''));
      }
    }
  }
  return parents;
}

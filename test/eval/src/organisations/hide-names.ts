import type { Failure } from '@refrain/domain';
import type { generateOrganisation } from '@refrain/sample-org';

type World = ReturnType<typeof generateOrganisation>['world'];

/**
 * Which names are hidden. `none`: no names. `disguised`: names of services get affixes, or their words are shortened, reordered or
 * misspelt; no text names the services. `services`: services have code names. `texts`: services have code names, and no text names them.
 */
export type HiddenNames = 'none' | 'disguised' | 'services' | 'texts';

interface Named {
  readonly services: readonly string[];
  readonly failures: readonly Failure[];
  readonly truth: ReadonlyMap<string, string>;
}

/**
 * Hides names of services. Relies on the generated organisation, in which a service's repository has the service's slug as its name, and
 * incident keys start with the slug.
 */
export function hideNames(world: World, failures: readonly Failure[], hidden: HiddenNames): Named {
  const slugs = new Map(
    world.pagerduty.services.map(({ id, name }) => [
      name,
      world.pagerduty.incidents.find(({ serviceId }) => serviceId === id)?.incidentKey.split('/', 1)[0] ?? '',
    ]),
  );
  const paged = [...slugs].filter(([, slug]) => slug !== '');
  const called = new Map(paged.map(([name, slug], index) => [name, callOf(name, slug, index, hidden)]));
  const spellings = paged
    .flatMap(([name, slug]) => [name, name.replace(/ \(.*/u, ''), slug, slug.replaceAll('-', '_')])
    .sort((a, b) => b.length - a.length);
  const areTextsBlind = hidden === 'texts' || hidden === 'disguised';
  const blind = (text: string): string =>
    areTextsBlind ? spellings.reduce((rest, spelling) => rest.replaceAll(spelling, ' '), text) : text;
  return {
    services: [...called.values()],
    failures: failures.map((failure) => ({
      ...failure,
      title: blind(failure.title),
      text: blind(failure.text),
      services: failure.services.map((name) => called.get(name) ?? name),
    })),
    truth: new Map(paged.map(([name, slug]) => [called.get(name) ?? name, `${world.github.organisation}/${slug}`])),
  };
}

function callOf(name: string, slug: string, index: number, hidden: HiddenNames): string {
  if (hidden === 'none') return name;
  if (hidden === 'disguised') return disguise(slug.split('-'), index);
  // A code name that cannot be mistaken for another name in a generated organisation.
  return `Unit zq${String.fromCharCode(97 + (index % 26))}x${String.fromCharCode(97 + Math.floor(index / 26))}v`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function disguise(words: readonly string[], index: number): string {
  const disguises = [
    () => `LH-Prod-${words.map(capital).join('')}Svc`,
    () => `LH ${words.map(capital).reverse().join(' ')} [PRD]`,
    () => `lh-prod-${words.map((word) => word.slice(0, 5)).join('-')}-svc`,
    () => `LH ${words.map(misspell).map(capital).join(' ')} (production)`,
    () => `lh_${words.join('')}_prod`,
  ];
  return (disguises[index % disguises.length] ?? (() => words.join(' ')))();
}

function misspell(word: string): string {
  return word.length < 6 ? word : word.slice(0, 3) + word.slice(4, 5) + word.slice(3, 4) + word.slice(5);
}

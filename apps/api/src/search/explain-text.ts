import type { NormalisedDocument } from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';
import type { TermRarity } from './term-rarity.ts';
import { toDigits } from './to-digits.ts';

const mostNamed = 6;
/** A name of an error says as much as several words; two failures in one place need not be alike. */
const weightOfError = 12;
const weightOfPlace = 2;

/**
 * Why a failure is near to a text that the index does not hold: what both name, the rarest words first. The weights add up to
 * the score, divided by how much each says; likeness in spelling goes with the words, unless there are none.
 * @param score in [0, 1], as the index gave it
 */
export function explainText(
  asked: NormalisedDocument,
  found: NormalisedDocument,
  score: number,
  rarity: Pick<TermRarity, 'weigh'>,
): Evidence[] {
  const errors = asked.signature.filter((name) => found.signature.includes(name));
  const words = [...asked.terms.keys()]
    .filter((term) => found.terms.has(term))
    .map((term) => ({ name: asked.surfaces.get(term) ?? term, weight: rarity.weigh(term) }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  const places = [...asked.places.keys()].filter((place) => found.places.has(place));
  const ofKind = (kind: string) =>
    places.filter((place) => place.startsWith(`${kind}:`)).map((place) => place.slice(kind.length + 1));
  const [services, repositories, paths] = [
    ofKind('service'),
    ofKind('repository'),
    [...ofKind('path'), ...ofKind('folder')],
  ];
  const reasons = [
    { signal: 'signature', label: 'the same names of errors', names: errors, mass: weightOfError * errors.length },
    {
      signal: 'words',
      label: 'shared words',
      names: words.map(({ name }) => name),
      mass: words.reduce((sum, { weight }) => sum + weight, 0),
    },
    { signal: 'service', label: 'the same service', names: services, mass: weightOfPlace * services.length },
    {
      signal: 'repository',
      label: 'the same repository',
      names: repositories,
      mass: weightOfPlace * repositories.length,
    },
    { signal: 'paths', label: 'the same files or folders', names: paths, mass: weightOfPlace * paths.length },
  ].filter(({ names }) => names.length > 0);
  const all = reasons.reduce((sum, { mass }) => sum + mass, 0);
  if (all === 0)
    return [{ signal: 'spelling', detail: 'the same parts of words in like amounts', weight: toDigits(score) }];
  return reasons.map(({ signal, label, names, mass }) => ({
    signal,
    detail: `${label}: ${names.slice(0, mostNamed).join(', ')}`,
    weight: toDigits((score * mass) / all),
  }));
}

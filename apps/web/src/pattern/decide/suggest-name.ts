import type { Schemas } from '../../api/refrain.ts';
import { decapitalise } from '../../labels/format.ts';

type Member = Pick<Schemas['ReportMember'], 'title' | 'services' | 'statedMechanism'>;

const maxLength = 200;

/**
 * Suggests a name for a pattern that consists of these failures: the service that all of them share, and the mechanism that most
 * of them state. Without a mechanism, or with that of the pattern's present name, the shortest title, because longer ones contain more
 * details of one event.
 */
export function suggestName(members: readonly Member[], presentName: string): string {
  const mechanism = findMostFrequent(members.flatMap(({ statedMechanism }) => statedMechanism?.mechanism ?? []));
  const what = mechanism !== undefined && presentName.startsWith(mechanism) ? undefined : mechanism;
  const title = members.map(({ title }) => title.trim()).toSorted((a, b) => a.length - b.length)[0] ?? '';
  const service = members[0]?.services.find((name) => members.every(({ services }) => services.includes(name)));
  const text = what ?? title;
  const isNamed = service === undefined || text.toLowerCase().includes(service.toLowerCase());
  return (isNamed ? text : `${service}: ${decapitalise(text)}`).slice(0, maxLength);
}

function findMostFrequent(names: readonly string[]): string | undefined {
  const countOf = (name: string) => names.filter((other) => other === name).length;
  return names.toSorted((a, b) => countOf(b) - countOf(a))[0];
}

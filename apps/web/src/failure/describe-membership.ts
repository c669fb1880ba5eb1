import type { Schemas } from '../api/refrain.ts';
import { capitalise } from '../labels/format.ts';

const list = new Intl.ListFormat('en-GB');
const named = /^(?<what>[^:]+): (?<names>.+)$/u;

/**
 * Says in sentences why a failure belongs to its pattern: the mechanism that both state comes first, then the evidence by weight.
 * Omits the time between failures, which only weakens a match.
 */
export function describeMembership(
  evidence: readonly Schemas['Evidence'][],
  { stated, ofPattern }: { readonly stated: string | null; readonly ofPattern: string | undefined },
): readonly string[] {
  const sentences = evidence
    .filter(({ signal }) => signal !== 'time')
    .toSorted((a, b) => b.weight - a.weight)
    .map(describe);
  return stated !== null && stated === ofPattern
    ? [`Its text states the mechanism of the pattern: ${stated}.`, ...sentences]
    : sentences;
}

function describe({ signal, detail }: Schemas['Evidence']): string {
  const { what, names } = named.exec(detail)?.groups ?? {};
  if (what === undefined || names === undefined)
    return signal === 'episode' ? `It is ${detail}.` : `${capitalise(detail)}.`;
  if (signal !== 'words') return `It has ${what} as other failures of the pattern: ${names}.`;
  const words = names.split(', ').map((word) => `“${word}”`);
  return `Other failures of the pattern also contain the ${words.length === 1 ? 'word' : 'words'} ${list.format(words)}.`;
}

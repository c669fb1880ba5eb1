import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';

type Kind = Schemas['RevertTemplatesResponse']['items'][number];
type Place = 'undecided' | 'decided' | 'other';

export const keyOfKind = ({ repository, template }: Pick<Kind, 'repository' | 'template'>) =>
  `${repository} ${template}`;

/**
 * Returns a function that lists the kinds of a section. A kind keeps its section and its position until the page is
 * opened again, so that no row moves under the pointer after a decision.
 */
export function useStablePlaces(kinds: readonly Kind[]): (place: Place) => readonly Kind[] {
  const [first] = useState(() => new Map(kinds.map((kind, at) => [keyOfKind(kind), { place: findPlace(kind), at }])));
  const positionOf = (kind: Kind) => first.get(keyOfKind(kind))?.at ?? kinds.length;
  const ordered = kinds.toSorted((a, b) => positionOf(a) - positionOf(b));
  return (place) => ordered.filter((kind) => (first.get(keyOfKind(kind))?.place ?? findPlace(kind)) === place);
}

function findPlace({ needsDecision, decision }: Kind): Place {
  if (needsDecision) return 'undecided';
  return decision === null ? 'other' : 'decided';
}

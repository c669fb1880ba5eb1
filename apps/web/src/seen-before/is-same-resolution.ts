import type { Schemas } from '../api/refrain.ts';

type Resolution = Schemas['Resolution'];

/** Returns whether two resolutions quote the same text and name the same change. */
export function isSameResolution(one: Resolution, other: Resolution | null): boolean {
  return (
    other !== null &&
    one.stated?.quote === other.stated?.quote &&
    one.change?.url === other.change?.url &&
    one.change?.title === other.change?.title
  );
}

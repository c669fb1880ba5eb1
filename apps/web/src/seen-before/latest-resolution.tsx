import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { FailureTime } from '../components/failure-time.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';

/** Shows how the same failure was last resolved, which is what people on call look for first. */
export function LatestResolution({ answer }: { readonly answer: Schemas['SearchResponse'] }) {
  const latest = findLatest(answer);
  if (latest === null) return null;
  return (
    <>
      <Text size="lg" mt="xs">
        Resolution of <FailureTime failure={latest.failure} as="day" />
      </Text>
      <ResolutionNote resolution={latest.resolution} />
    </>
  );
}

/** Returns the latest resolution of the pattern; without a pattern, the resolution of the most similar failure. */
function findLatest({ verdict, pattern, matches: [best] }: Schemas['SearchResponse']) {
  if (!verdict.seenBefore) return null;
  if (pattern !== null) {
    const latest = pattern.latestResolution;
    return latest && { resolution: latest, failure: { ...latest, resolvedAt: null } };
  }
  const resolution = best?.resolution ?? null;
  return best === undefined || resolution === null ? null : { resolution, failure: best.failure };
}

import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { SourceLink } from './source-link.tsx';

interface Props {
  readonly statement: Schemas['Statement'];
  readonly sources: readonly Schemas['ReportSource'][];
  readonly hasEpisodes?: boolean;
}

/** Sources that are named with a sentence; the others are counted. */
const maxRefs = 4;

/** A sentence of a report, with what it rests on and how its figure comes about. */
export function StatementView({ statement: { text, refs, method }, sources, hasEpisodes = false }: Props) {
  const known = new Map(sources.map((source) => [source.ref, source]));
  const shown = refs.slice(0, maxRefs).flatMap((ref) => known.get(ref) ?? []);
  const more = refs.length - shown.length;
  return (
    <div>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {text}
        {shown.length > 0 && (
          <Text span size="xs" c="dimmed">
            {' '}
            {shown.map((source, at) => (
              <span key={source.ref}>
                {at > 0 && ', '}
                <SourceLink source={source} hasEpisodes={hasEpisodes}>
                  {source.ref}
                </SourceLink>
              </span>
            ))}
            {more > 0 && ` and ${more} more`}
          </Text>
        )}
      </Text>
      {method !== null && (
        <Text component="details" size="sm" c="dimmed">
          <summary>How this comes about</summary>
          {method}
        </Text>
      )}
    </div>
  );
}

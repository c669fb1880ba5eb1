import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { SourceLink } from './source-link.tsx';

interface Props {
  readonly statement: Schemas['Statement'];
  readonly sources: readonly Schemas['ReportSource'][];
}

/** Maximum of sources that are listed with a statement. The others are only counted. */
const maxRefs = 4;

export function StatementView({ statement: { text, refs, method }, sources }: Props) {
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
                <SourceLink source={source}>{source.ref}</SourceLink>
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

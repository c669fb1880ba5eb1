import { Card, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PatternHeading } from '../components/pattern-heading.tsx';
import { describePatternShare } from './describe-match.ts';
import { foldWeakMatches } from './fold-weak-matches.ts';

interface Props {
  readonly pattern: Schemas['LikelyPattern'];
  /** The closest failures that the answer lists. */
  readonly matches: readonly Schemas['SearchMatch'][];
}

export function LikelyPatternCard({ pattern, matches }: Props) {
  const share = describePatternShare(pattern.id, foldWeakMatches(matches).shown);
  return (
    <Card withBorder padding="md" component="article">
      <Text size="sm" c="dimmed" fw={600}>
        Pattern{share !== null && ` · ${share}`}
      </Text>
      <PatternHeading pattern={pattern} />
      <Text mt={4}>{pattern.lesson}</Text>
    </Card>
  );
}

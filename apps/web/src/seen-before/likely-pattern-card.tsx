import { Card, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PatternHeading } from '../components/pattern-heading.tsx';
import { describePatternShare } from './describe-match.ts';
import { foldWeakMatches } from './fold-weak-matches.ts';
import { omitRemedies } from './omit-remedies.ts';

interface Props {
  readonly pattern: Schemas['LikelyPattern'];
  /** The closest failures that the answer lists. */
  readonly matches: readonly Schemas['SearchMatch'][];
}

/** Shows a pattern: first what resolved its episodes, which people on call look for, then why it happens. */
export function LikelyPatternCard({ pattern, matches }: Props) {
  const share = describePatternShare(pattern.id, foldWeakMatches(matches, true).shown);
  return (
    <Card withBorder padding="md" component="article">
      <Text size="sm" c="dimmed" fw={600}>
        Pattern{share !== null && ` · ${share}`}
      </Text>
      <PatternHeading pattern={pattern} />
      {pattern.remedies !== null && (
        <Text mt={4} fw={600}>
          {pattern.remedies}
        </Text>
      )}
      <Text mt={4}>{omitRemedies(pattern)}</Text>
    </Card>
  );
}

import { Card, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PatternHeading } from '../components/pattern-heading.tsx';
import { formatLikelihood } from '../labels/format.ts';

export function LikelyPatternCard({ pattern }: { readonly pattern: Schemas['LikelyPattern'] }) {
  const { lesson, confidence } = pattern;
  return (
    <Card withBorder padding="md" component="article">
      <Text size="sm" c="dimmed" fw={600}>
        Pattern · {formatLikelihood(confidence)}
      </Text>
      <PatternHeading pattern={pattern} />
      <Text mt={4}>{lesson}</Text>
    </Card>
  );
}

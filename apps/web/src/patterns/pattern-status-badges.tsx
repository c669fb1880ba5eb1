import { Badge, type MantineColor } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { improvementStateLabels, recurrenceLabels, trendLabels } from '../labels/domain-labels.ts';

interface Props {
  readonly recurrence: Schemas['Recurrence'] | null;
  readonly direction: Schemas['TrendDirection'] | null;
  readonly judgement: Schemas['PatternJudgement'] | null;
  readonly improvement?: Schemas['ImprovementState'] | null;
}

export function PatternStatusBadges({ recurrence, direction, judgement, improvement = null }: Props) {
  const badges: readonly (readonly [string, MantineColor])[] = [
    ...(recurrence === 'new' || recurrence === 'returned'
      ? [[recurrenceLabels[recurrence], 'orange'] as const]
      : recurrence === 'quiet'
        ? [[recurrenceLabels.quiet, 'gray'] as const]
        : []),
    ...(direction === 'rising' ? [[trendLabels.rising, 'orange'] as const] : []),
    ...(direction === 'falling' ? [[trendLabels.falling, 'teal'] as const] : []),
    ...(judgement === null ? [] : [[judgement, judgement === 'confirmed' ? 'teal' : 'gray'] as const]),
    ...(improvement === null ? [] : [[`improvement ${improvementStateLabels[improvement]}`, 'cyan'] as const]),
  ];
  return badges.map(([text, color]) => (
    <Badge key={text} color={color} variant="light" tt="none" fw={500} c="var(--mantine-color-text)">
      {text}
    </Badge>
  ));
}

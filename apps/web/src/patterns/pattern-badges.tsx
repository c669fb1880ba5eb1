import { Badge, type MantineColor } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import {
  failureKindColors,
  failureKindLabels,
  improvementStateLabels,
  recurrenceLabels,
  trendLabels,
} from '../labels/domain-labels.ts';
import { capitalise, count } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';

export function FailureKindBadges({ kinds }: { readonly kinds: Schemas['Pattern']['kinds'] }) {
  return listLabelKeys(failureKindLabels)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => (
      <Badge key={kind} variant="dot" color={failureKindColors[kind]} tt="none" fw={500}>
        {count(kinds[kind], failureKindLabels[kind])}
      </Badge>
    ));
}

interface PatternStatusBadgesProps {
  readonly recurrence: Schemas['Recurrence'] | null;
  readonly direction: Schemas['TrendDirection'] | null;
  readonly judgement: Schemas['PatternJudgement'] | null;
  readonly improvement?: Schemas['ImprovementState'] | null;
}

export function PatternStatusBadges({
  recurrence,
  direction,
  judgement,
  improvement = null,
}: PatternStatusBadgesProps) {
  const badges: readonly (readonly [string, MantineColor])[] = [
    ...(recurrence === 'new' || recurrence === 'returned'
      ? [[recurrenceLabels[recurrence], 'orange'] as const]
      : recurrence === 'quiet'
        ? [[recurrenceLabels.quiet, 'gray'] as const]
        : []),
    // A rate that rose before the pattern went quiet is not rising now.
    ...(direction === 'rising' && recurrence !== 'quiet' ? [[trendLabels.rising, 'orange'] as const] : []),
    ...(direction === 'falling' ? [[trendLabels.falling, 'teal'] as const] : []),
    ...(judgement === null ? [] : [[judgement, judgement === 'confirmed' ? 'teal' : 'gray'] as const]),
    ...(improvement === null ? [] : [[`improvement ${improvementStateLabels[improvement]}`, 'cyan'] as const]),
  ];
  return badges.map(([text, color]) => (
    <Badge key={text} color={color} variant="light" tt="none" fw={500} c="var(--mantine-color-text)">
      {capitalise(text)}
    </Badge>
  ));
}

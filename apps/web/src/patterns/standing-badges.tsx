import { Badge, type MantineColor } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { directionWords, recurrenceWords, stateWords } from '../words/design-words.ts';

interface Props {
  readonly recurrence: Schemas['Recurrence'] | null;
  readonly direction: Schemas['TrendDirection'] | null;
  readonly judgement: Schemas['PatternJudgement'] | null;
  /** State of its improvement; null where there is none. */
  readonly improvement?: Schemas['ImprovementState'] | null;
}

/** What there is to notice of a pattern: what is as always has no badge. */
export function StandingBadges({ recurrence, direction, judgement, improvement = null }: Props) {
  const badges: readonly (readonly [string, MantineColor])[] = [
    ...(recurrence === 'new' || recurrence === 'returned'
      ? [[recurrenceWords[recurrence], 'orange'] as const]
      : recurrence === 'quiet'
        ? [[recurrenceWords.quiet, 'gray'] as const]
        : []),
    ...(direction === 'rising' ? [[directionWords.rising, 'orange'] as const] : []),
    ...(direction === 'falling' ? [[directionWords.falling, 'teal'] as const] : []),
    ...(judgement === null ? [] : [[judgement, judgement === 'confirmed' ? 'teal' : 'gray'] as const]),
    ...(improvement === null ? [] : [[`improvement ${stateWords[improvement]}`, 'cyan'] as const]),
  ];
  return badges.map(([text, color]) => (
    <Badge key={text} color={color} variant="light" tt="none" fw={500} c="var(--mantine-color-text)">
      {text}
    </Badge>
  ));
}

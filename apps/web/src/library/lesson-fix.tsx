import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeFix } from './describe-fix.ts';
import { LessonColumn } from './lesson-column.tsx';

/** The fix that held, is in progress or is suggested, and the fixes that did not hold. */
export function LessonFix({ entry }: { readonly entry: Schemas['FailureLibraryEntry'] }) {
  const { fix, failedFixes, guardrail } = entry;
  const described = describeFix(fix, guardrail);
  return (
    <LessonColumn label={described?.label ?? 'Fix'} isKnown={described !== null || failedFixes.length > 0}>
      {described !== null &&
        (fix === null ? (
          <b>{described.name}</b>
        ) : (
          <TextLink to="/improvements/$improvementId" params={{ improvementId: fix.improvementId }} fw={500}>
            {described.name}
          </TextLink>
        ))}
      {described?.text}
      {failedFixes.length > 0 && (
        <Text size="sm" c="dimmed">
          Did not hold: {failedFixes.join(', ')}
        </Text>
      )}
    </LessonColumn>
  );
}

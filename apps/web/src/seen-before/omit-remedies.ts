import type { Schemas } from '../api/refrain.ts';

/** Returns the lesson of a pattern without the sentences about its remedies, which are shown before it. */
export function omitRemedies({ lesson, remedies }: Pick<Schemas['LikelyPattern'], 'lesson' | 'remedies'>): string {
  return remedies === null
    ? lesson
    : lesson
        .split(remedies)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ');
}

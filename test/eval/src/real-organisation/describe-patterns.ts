import type { Failure, Pattern } from '@refrain/domain';

/** Maximum number of characters of a failure's text, enough to see what failed and why. */
const textLength = 2_000;

interface GroupedPattern {
  readonly pattern: Pattern;
  readonly members: readonly { readonly failureId: string; readonly confidence: number }[];
}

/** Formats the first `most` patterns with all members as Markdown, so that a person can judge them. */
export function describePatterns(
  patterns: readonly GroupedPattern[],
  failures: readonly Failure[],
  most: number,
): string {
  const failureOf = new Map(failures.map((failure) => [failure.id, failure]));
  return patterns
    .slice(0, most)
    .map(({ pattern, members }, at) => {
      const { name, lesson, cause, trigger, confidence, episodes } = pattern;
      const head = [
        `## ${at + 1}. ${name}`,
        `Lesson: ${lesson === '' ? 'none' : lesson}`,
        `Cause: ${cause}; trigger: ${trigger}; episodes: ${episodes}; members: ${members.length}; sure: ${confidence.toFixed(2)}`,
      ];
      const listed = members.flatMap(({ failureId }) => failureOf.get(failureId) ?? []).map(describeMember);
      return [...head, ...listed].join('\n\n');
    })
    .join('\n\n');
}

function describeMember({ kind, title, text, occurredAt, repository, services }: Failure): string {
  const place = repository ?? services.join(', ');
  const excerpt = text.replace(/\s+/gu, ' ').trim().slice(0, textLength);
  return `- **${occurredAt.slice(0, 10)} ${kind}${place === '' ? '' : ` (${place})`}: ${title}**\n  ${excerpt}`;
}

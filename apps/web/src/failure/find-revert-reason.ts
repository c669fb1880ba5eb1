/** Matches a line that only names the revert, or belongs to the form of a commit or a template. */
const form =
  /^(?:#|\[|revert\b|reverts?:|this reverts|takes? \S+ back|back(?:s|ed)? out\b|(?:signed-off|co-authored)-by|change-id)/iu;
const maxLength = 300;

/**
 * Finds the line of a revert's message that has one of the words that show a failure, which mostly states the reason.
 * Returns null if only the title or the form has them.
 */
export function findRevertReason(title: string, text: string, decidingWords: readonly string[]): string | null {
  const words = decidingWords.map((word) => word.toLowerCase());
  const lines = text.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => {
    const lower = line.toLowerCase();
    const isForm = form.test(line) || lower.includes(title.toLowerCase());
    return !isForm && line.length <= maxLength && words.some((word) => lower.includes(word));
  });
  return reason ?? null;
}

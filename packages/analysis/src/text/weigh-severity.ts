const severe = /\b(?:sev(?:erity)?|p(?:riority)?|s)[ -]?[01]\b|critical|blocker|urgent|emergency/iu;
const high = /\b(?:sev(?:erity)?|p(?:riority)?|s)[ -]?2\b|high|major/iu;
const low = /\b(?:sev(?:erity)?|p(?:riority)?|s)[ -]?[45]\b|low|minor|info|trivial|cosmetic/iu;

/** Returns the weight of a severity, from 0.5 for a low one to 4 for the highest; 1 if it is unknown. */
export function weighSeverity(severity: string | null): number {
  if (severity === null) return 1;
  if (severe.test(severity)) return 4;
  if (high.test(severity)) return 2;
  return low.test(severity) ? 0.5 : 1;
}

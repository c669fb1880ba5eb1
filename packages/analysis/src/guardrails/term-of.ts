import { stem } from '../text/stem.ts';

/** What does or is something, of which the stem is what is done: `resolver` would be found in "resolved", `provider` in "provided". */
const doer = /^([a-z]{3,}(?:er|or))s?$/u;

/** The form of a lower-case word under which it is looked for: its stem, but a doer stays one. */
export function termOf(word: string): string {
  const [, name] = doer.exec(word) ?? [];
  return name ?? stem(word);
}

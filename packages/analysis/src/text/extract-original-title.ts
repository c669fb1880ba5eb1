const wrapper =
  /^(?:(?:Partial(?:ly)? )?(?:Revert(?:ed|s|ing)?|Roll(?:ed|ing)? ?back|Back(?:ed|ing)? out):? ?["“'`]*)+/iu;
/** Matches the revert titles `Undo #85: …` and `Undo <commit>`. */
const undo = /^Undo (?:#\d{1,9}|[\da-f]{7,40})\b/iu;
const merge = /^Merge (?:pull request|branch|remote-tracking)/iu;
const numbers = /["”'`]*(?: ?\(#\d{1,9}\))*["”'`]*$/u;

/** Removes what git and GitHub add to a title: `Revert "Raise the limit" (#12)` becomes `Raise the limit`. */
export function extractOriginalTitle(title: string): string {
  if (merge.test(title)) return '';
  return title.replace(wrapper, '').replace(numbers, '');
}

export function isRevertTitle(title: string): boolean {
  return wrapper.test(title) || undo.test(title);
}

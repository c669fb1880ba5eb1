const wrapper =
  /^(?:(?:Partial(?:ly)? )?(?:Revert(?:ed|s|ing)?|Roll(?:ed|ing)? ?back|Back(?:ed|ing)? out):? ?["“'`]*)+/iu;
/** `Undo #85: …`, or by the commit. */
const undo = /^Undo (?:#\d{1,9}|[\da-f]{7,40})\b/iu;
const merge = /^Merge (?:pull request|branch|remote-tracking)/iu;
const numbers = /["”'`]*(?: ?\(#\d{1,9}\))*["”'`]*$/u;

/** The title of a change without what git and GitHub put around it: `Revert "Raise the limit" (#12)` is about `Raise the limit`. */
export function unwrapTitle(title: string): string {
  if (merge.test(title)) return '';
  return title.replace(wrapper, '').replace(numbers, '');
}

/** Whether a change takes another one back, by its title. */
export function isRevertTitle(title: string): boolean {
  return wrapper.test(title) || undo.test(title);
}

const mergeSource = /^(Merge pull request #\d{1,9} from )[\w.-]{1,100}\//u;

/** The owner of the branch that a merge commit's subject names is a person's handle. */
export function hideBranchOwner(subject: string): string {
  return subject.replace(mergeSource, '$1author/');
}

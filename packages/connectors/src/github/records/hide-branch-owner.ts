/** Matches the subject of a merge commit, or of its revert. */
const merge =
  /^(?:Revert ")*(?:Merge (?:pull request #\d{1,9} from |(?:remote-tracking )?branch(?:es)? )|Merged? in )/iu;
const pullSource = /(\bMerge pull request #\d{1,9} from )[\w.-]{1,100}(?=[/:])/iu;
/** Matches the remote of a merged branch: `of github.com:ann/ledger`, `of https://github.com/ann/ledger`. */
const remote = /( of (?:[a-z+]{1,10}:\/\/)?(?:[\w.-]{1,50}@)?[\w.-]{1,100}(?::\d{1,5})?[:/])([\w.-]{1,100})(?=\/)/giu;
const branch = /((?:\bbranch(?:es)?|,| and| into| in) ['"]?)([\w.-]{1,100}(?:\/[\w.-]{1,100}){1,5})/giu;

/** Path segments of a branch name that may precede the owner. */
const leading = new Set(['origin', 'upstream', 'user', 'users', 'remotes', 'refs', 'heads']);
/** First path segments of branch names that state a purpose and not an owner. */
const purposes = new Set(
  `feature features feat fix fixes hotfix hotfixes bugfix bug release releases chore docs doc test tests ci build refactor perf style revert
reverts support experiment task story epic backport backports dev develop development main master trunk staging stage prod production deploy
env improvement enhancement infra ops tech wip dependabot renovate snyk gh-readonly-queue changeset-release translations security`.split(
    /\s+/u,
  ),
);
const ticketOrVersion = /^(?:[A-Z]{2,10}-\d{1,9}|v?\d[\d.x]{0,20})$/u;

/**
 * Replaces handles in the subject of a merge commit by “author”: the owner of the source repository, and the first
 * segment of the branch name unless that segment states a purpose, such as `fix`.
 */
export function hideBranchOwner(subject: string, repository: string): string {
  const end = subject.search(/\n|$/u);
  const line = subject.slice(0, end);
  if (!merge.test(line)) return subject;
  const ownOwner = repository.split('/')[0]?.toLowerCase();
  const hidden = line
    .replace(pullSource, '$1author')
    .replace(remote, (whole, before: string, owner: string) =>
      owner.toLowerCase() === ownOwner ? whole : `${before}author`,
    )
    .replace(branch, (_, before: string, name: string) => before + hideOwner(name));
  return hidden + subject.slice(end);
}

function hideOwner(name: string): string {
  const parts = name.split('/');
  const at = parts.findIndex((part) => !leading.has(part.toLowerCase()));
  const owner = parts[at];
  const isLast = at === parts.length - 1;
  if (owner === undefined || isLast || purposes.has(owner.toLowerCase()) || ticketOrVersion.test(owner)) return name;
  return parts.with(at, 'author').join('/');
}

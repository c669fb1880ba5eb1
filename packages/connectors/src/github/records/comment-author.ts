import { z } from 'zod';
import { isOwnBody } from './issue-body.ts';

/** The author of a comment with their association to the repository, if GitHub reports it. */
export const CommentAuthor = z.object({
  user: z.looseObject({ type: z.string().nullish() }).nullish(),
  author_association: z.string().nullish(),
});

/** https://docs.github.com/graphql/reference/enums#commentauthorassociation */
const team = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Tells whether the author may write to the repository. */
export function isOfTeam({ author_association: association }: z.output<typeof CommentAuthor>): boolean {
  return team.includes(association ?? '');
}

/**
 * Associations of people without an accepted change. Members of the organisation also have them if they hide their
 * membership.
 */
const outsiders = ['NONE', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'MANNEQUIN'];

/** Tells whether a comment in a public repository is by an outsider. Private repositories have none. */
export function isByOutsider({ user, author_association: association }: z.output<typeof CommentAuthor>): boolean {
  return user?.type !== 'Bot' && outsiders.includes(association ?? '');
}

/**
 * Tells whether a text in a public repository is by somebody without write access, including robots that repeat others'
 * texts. References in such a text are ignored. Without an association, nobody is an outsider.
 */
export function isOfOutsider(author: z.output<typeof CommentAuthor>): boolean {
  return author.author_association != null && !isOfTeam(author);
}

/**
 * Tells whether Refrain may be the author: through a token of somebody with access, or through an App, which writes
 * only where it is installed. Anyone else who repeats its marker in a public repository is a stranger.
 */
export function mayBeOwn(author: z.output<typeof CommentAuthor>): boolean {
  return author.user?.type === 'Bot' || author.author_association == null || isOfTeam(author);
}

/**
 * Tells whether Refrain opened the issue. The marker alone does not prove it, because anyone who opens an issue can
 * write it into the body.
 */
export function isOwnIssue({
  body,
  ...author
}: z.output<typeof CommentAuthor> & { body?: string | null | undefined }): boolean {
  return isOwnBody(body ?? '') && mayBeOwn(author);
}

import { z } from 'zod';
import { isRefrainIssueBody } from './issue-body.ts';

export const CommentAuthor = z.object({
  user: z.looseObject({ type: z.string().nullish() }).nullish(),
  author_association: z.string().nullish(),
});

/** Associations with write access (https://docs.github.com/graphql/reference/enums#commentauthorassociation). */
const team = ['OWNER', 'MEMBER', 'COLLABORATOR'];

export function hasWriteAccess({ author_association: association }: z.output<typeof CommentAuthor>): boolean {
  return team.includes(association ?? '');
}

/** GitHub's associations of people without a merged change. Members who hide their membership have them too. */
const outsiders = ['NONE', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'MANNEQUIN'];

/** Tells whether a person without any merged change wrote a comment in a public repository. */
export function isWrittenByStranger({
  user,
  author_association: association,
}: z.output<typeof CommentAuthor>): boolean {
  return user?.type !== 'Bot' && outsiders.includes(association ?? '');
}

/**
 * Tells whether the author of a public text lacks write access. Also true for bots, because they repeat texts of
 * others.
 */
export function lacksWriteAccess(author: z.output<typeof CommentAuthor>): boolean {
  return author.author_association != null && !hasWriteAccess(author);
}

/** Tells whether Refrain may be the author, and not a stranger who copied Refrain's marker. */
export function mayBeWrittenByRefrain(author: z.output<typeof CommentAuthor>): boolean {
  return author.user?.type === 'Bot' || author.author_association == null || hasWriteAccess(author);
}

/** Tells whether Refrain opened the issue. The marker alone does not prove that, because anyone can copy it. */
export function isRefrainIssue({
  body,
  ...author
}: z.output<typeof CommentAuthor> & { body?: string | null | undefined }): boolean {
  return isRefrainIssueBody(body ?? '') && mayBeWrittenByRefrain(author);
}

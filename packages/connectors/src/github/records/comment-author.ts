import { z } from 'zod';
import { isOwnBody } from './issue-body.ts';

/** Who wrote a comment, as far as GitHub says what they are to the repository. */
export const CommentAuthor = z.object({
  user: z.looseObject({ type: z.string().nullish() }).nullish(),
  author_association: z.string().nullish(),
});

/** https://docs.github.com/graphql/reference/enums#commentauthorassociation */
const team = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Whether the writer may write to the repository, rather than anybody who passes by. */
export function isOfTeam({ author_association: association }: z.output<typeof CommentAuthor>): boolean {
  return team.includes(association ?? '');
}

/** Associations of whoever never had a change accepted. An organisation's own people bear them too if they hide their membership. */
const outsiders = ['NONE', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'MANNEQUIN'];

/** Whether a comment in a public repository is by somebody who passes by. In a private repository nobody does. */
export function isByOutsider({ user, author_association: association }: z.output<typeof CommentAuthor>): boolean {
  return user?.type !== 'Bot' && outsiders.includes(association ?? '');
}

/**
 * Whether a text in a public repository is by somebody who may not write there, be it a robot that repeats what others say. What such a text
 * names decides nothing. Where GitHub gives no association, nobody is an outsider.
 */
export function isOfOutsider(author: z.output<typeof CommentAuthor>): boolean {
  return author.author_association != null && !isOfTeam(author);
}

/**
 * Whether Refrain may have written it: by a token of somebody with access, or by an App, which writes only where it is installed.
 * Whoever else repeats its mark in a public repository is a stranger.
 */
export function mayBeOwn(author: z.output<typeof CommentAuthor>): boolean {
  return author.user?.type === 'Bot' || author.author_association == null || isOfTeam(author);
}

/** Whether Refrain opened the issue. The mark alone does not tell: whoever opens an issue can write it into the body. */
export function isOwnIssue({
  body,
  ...author
}: z.output<typeof CommentAuthor> & { body?: string | null | undefined }): boolean {
  return isOwnBody(body ?? '') && mayBeOwn(author);
}

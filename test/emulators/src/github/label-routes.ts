import { z } from 'zod';
import type { Route } from '../http/reply.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { notFound, validationFailed } from './error-reply.ts';
import { formatLabel } from './format-label.ts';

const NewLabel = z.looseObject({
  name: z.string().min(1),
  color: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/u)
    .default('ededed'),
  description: z.string().nullish(),
});

export function labelRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/labels',
      handle: withRepository(context, (repository, call) =>
        replyWithPage(call, [...repository.labels.values()], ({ name }) => formatLabel(addresses, repository, name)),
      ),
    },
    {
      method: 'post',
      path: '/repos/:owner/:repo/labels',
      handle: withRepository(context, (repository, call) => {
        const wanted = NewLabel.safeParse(call.body);
        if (!wanted.success)
          return validationFailed('Label', String(wanted.error.issues[0]?.path[0] ?? 'name'), 'invalid');
        const { name, color, description } = wanted.data;
        if (repository.labels.has(name.toLowerCase())) return validationFailed('Label', 'name', 'already_exists');
        repository.putLabel({ name, color: color.toLowerCase(), description: description ?? null });
        return { status: 201, body: formatLabel(addresses, repository, name) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/labels/:name',
      handle: withRepository(context, (repository, call) => {
        const name = call.parameters.name ?? '';
        return repository.labels.has(name.toLowerCase())
          ? { status: 200, body: formatLabel(addresses, repository, name) }
          : notFound();
      }),
    },
  ];
}

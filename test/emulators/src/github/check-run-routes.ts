import { z } from 'zod';
import { createNumericId } from '../http/create-numeric-id.ts';
import type { Call, Route } from '../http/reply.ts';
import { formatCurrentInstant, type GitHubContext, withRepository } from './context.ts';
import { forbidden, notFound, validationFailed } from './error-reply.ts';
import { formatCheckRun } from './format-check-run.ts';
import type { StoredCheckRun } from './written-github-data.ts';

/** Maximum lengths are from https://docs.github.com/rest/checks/runs. */
const Output = z.looseObject({ title: z.string().min(1), summary: z.string().max(65_535) });
const Content = z.looseObject({
  name: z.string().min(1),
  details_url: z.url().optional(),
  external_id: z.string().optional(),
  conclusion: z.enum(['neutral', 'success', 'failure', 'skipped', 'cancelled', 'timed_out', 'action_required']),
  output: Output,
  actions: z
    .array(
      z.looseObject({
        label: z.string().min(1).max(20),
        description: z.string().min(1).max(40),
        identifier: z.string().min(1).max(20),
      }),
    )
    .max(3)
    .default([]),
});
const NewCheck = Content.extend({ head_sha: z.string().regex(/^[0-9a-f]{40}$/u) });
const Edit = Content.partial().extend({ actions: Content.shape.actions.unwrap().optional() });

/** Routes for check runs of Apps. The check runs of GitHub Actions are jobs, which `workflow-run-routes.ts` serves. */
export function checkRunRoutes(context: GitHubContext): Route[] {
  function appOf(call: Call): number | null {
    const identity = context.credentials.identify(call);
    return 'kind' in identity && identity.kind === 'installation' ? identity.installation.appId : null;
  }
  const onlyApps = () => forbidden('You must authenticate via a GitHub App.');
  return [
    {
      method: 'post',
      path: '/repos/:owner/:repo/check-runs',
      createsContent: true,
      handle: withRepository(context, (repository, call) => {
        const appId = appOf(call);
        if (appId === null) return onlyApps();
        const wanted = NewCheck.safeParse(call.body);
        if (!wanted.success)
          return validationFailed('CheckRun', String(wanted.error.issues[0]?.path[0] ?? 'output'), 'invalid');
        const { name, head_sha: headSha, details_url, external_id, conclusion, output, actions } = wanted.data;
        const check: StoredCheckRun = {
          id: createNumericId('check', repository.key, headSha, repository.checks.size),
          appId,
          name,
          headSha,
          conclusion,
          actions,
          detailsUrl: details_url ?? null,
          externalId: external_id ?? null,
          title: output.title,
          summary: output.summary,
          createdAt: formatCurrentInstant(context),
        };
        repository.putCheck(check);
        return { status: 201, body: formatCheckRun(context, repository, check) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/check-runs/:id',
      handle: withRepository(context, (repository, call) => {
        const check = repository.checks.get(Number(call.parameters.id));
        return check === undefined ? notFound() : { status: 200, body: formatCheckRun(context, repository, check) };
      }),
    },
    {
      method: 'patch',
      path: '/repos/:owner/:repo/check-runs/:id',
      handle: withRepository(context, (repository, call) => {
        const appId = appOf(call);
        if (appId === null) return onlyApps();
        const check = repository.checks.get(Number(call.parameters.id));
        if (check === undefined || check.appId !== appId) return notFound();
        const wanted = Edit.safeParse(call.body ?? {});
        if (!wanted.success)
          return validationFailed('CheckRun', String(wanted.error.issues[0]?.path[0] ?? 'output'), 'invalid');
        const { name, conclusion, output, actions } = wanted.data;
        const edited: StoredCheckRun = {
          ...check,
          isPending: check.isPending === true && conclusion === undefined,
          name: name ?? check.name,
          conclusion: conclusion ?? check.conclusion,
          title: output?.title ?? check.title,
          summary: output?.summary ?? check.summary,
          actions: actions ?? check.actions,
        };
        repository.putCheck(edited);
        return { status: 200, body: formatCheckRun(context, repository, edited) };
      }),
    },
  ];
}

import { parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { Permissions } from './permissions.ts';

/** The permission that each webhook event needs: https://docs.github.com/webhooks/webhook-events-and-payloads. */
const permissionOfEvent: Readonly<Record<string, string>> = {
  check_run: 'checks',
  check_suite: 'checks',
  deployment: 'deployments',
  deployment_status: 'deployments',
  issue_comment: 'issues',
  issues: 'issues',
  label: 'metadata',
  pull_request: 'pull_requests',
  pull_request_review: 'pull_requests',
  push: 'contents',
  repository: 'metadata',
  workflow_job: 'actions',
  workflow_run: 'actions',
};

export function isEventPermitted(event: string, permissions: Permissions): boolean {
  const needed = permissionOfEvent[event];
  return needed === 'metadata' || (needed !== undefined && permissions[needed] !== undefined);
}

/** https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest */
const AppManifest = z
  .looseObject({
    name: z.string().min(1).max(34),
    url: z.url(),
    description: z.string().optional(),
    hook_attributes: z.looseObject({ url: z.url(), active: z.boolean().default(true) }).optional(),
    redirect_url: z.url().optional(),
    setup_url: z.url().optional(),
    setup_on_update: z.boolean().default(false),
    public: z.boolean().default(false),
    default_permissions: z.record(z.string(), z.enum(['read', 'write'])).default({}),
    default_events: z.array(z.string()).default([]),
  })
  .superRefine(({ default_events, default_permissions }, problems) => {
    for (const event of default_events) {
      if (isEventPermitted(event, default_permissions)) continue;
      problems.addIssue({ code: 'custom', path: ['default_events'], message: `Default events unsupported: ${event}` });
    }
  });
export type AppManifest = z.output<typeof AppManifest>;

/** @throws {AppError} `invalid_input` if GitHub would not create an App from the manifest */
export function parseAppManifest(text: string): AppManifest {
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // For a text that is not JSON, `json` stays null, which `parseInput` rejects.
  }
  return parseInput(AppManifest, json, 'The manifest');
}

export function createAppSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

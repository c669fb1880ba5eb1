import { randomBytes } from 'node:crypto';
import { AppError, type GitHubAppAnswer, type GitHubAppBegunAnswer, parseInput } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { registrationLifetimeMs, WantedGitHubApp } from './registration.ts';

/** `/v1/github-apps`: begins the making of an App, and tells how far it is. */
export function createGitHubAppRoutes({ store, publicUrl }: ApiDeps): Router {
  const router = Router();

  router.post('/', async (request, response) => {
    const wanted = parseInput(WantedGitHubApp, request.body, 'the GitHub App');
    const state = randomBytes(24).toString('base64url');
    const expiresAt = new Date(Date.now() + registrationLifetimeMs).toISOString();
    await store.appRegistrations.begin({ state, wanted, expiresAt });
    const begun: GitHubAppBegunAnswer = { state, url: `${publicUrl()}/connect/github/${state}`, expiresAt };
    response.status(201).json(begun);
  });

  router.get('/:state', async (request, response) => {
    const registration = await store.appRegistrations.find(request.params.state);
    if (registration === null)
      throw new AppError('not_found', 'The hour for making the GitHub App is over: begin again.');
    const { app, connectionId } = registration;
    const connection = connectionId === null ? null : await store.connections.find(connectionId);
    const state = connection === null ? (app === null ? 'waiting' : 'created') : 'connected';
    const answer: GitHubAppAnswer = { state, connection };
    response.json(answer);
  });

  return router;
}

import type { Reply, Route } from '../http/reply.ts';
import type { Identity } from './credentials.ts';
import { badCredentials, forbidden, unauthorised } from './error-reply.ts';

const ofApp = /^\/app(?:$|\/)|\/installation$/u;
const ofUser = /^\/user(?:$|\/)/u;
const ofInstallation = /^\/installation\//u;

export function refuseCredentialKind(identity: Identity, route: Route): Reply | null {
  if (ofApp.test(route.path)) {
    return identity.kind === 'app' ? null : unauthorised('A JSON web token could not be decoded');
  }
  if (identity.kind === 'app') return route.path === '/apps/:slug' ? null : badCredentials();
  if (identity.kind === 'installation' && ofUser.test(route.path)) {
    return forbidden('Resource not accessible by integration');
  }
  if (identity.kind === 'user' && ofInstallation.test(route.path)) {
    return forbidden(
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  }
  return null;
}

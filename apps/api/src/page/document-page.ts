import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router } from 'express';

const require = createRequire(import.meta.url);
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The script that starts Swagger UI. It is a separate file because the content security policy forbids inline scripts. */
const script = `window.ui = SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#document',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  defaultModelsExpandDepth: 0,
  // By default, Swagger UI would send the document to the validator at swagger.io.
  validatorUrl: null,
  // Sends the session cookie, so that a signed-in person needs no token on this page.
  withCredentials: true,
});
`;

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>API · Refrain</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="document"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

/** Serves `/docs`, the API page with Swagger UI, which needs no sign-in and loads nothing from other servers. */
export function serveApiDocumentation(): Router {
  const router = Router();
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').send(script);
  });
  for (const file of files) {
    router.get(`/docs/${file}`, (_request, response) => {
      response.sendFile(file, { root: folder, maxAge: '1h' });
    });
  }
  return router;
}

import { checkWording, reword } from '@refrain/analysis';
import { parseInput, type WordingAnswer, WordingQuestion } from '@refrain/domain';
import { Router } from 'express';

/** Checks a text for blame. Nothing of it is stored or logged. */
export function createWordingRoutes(): Router {
  const router = Router();

  router.post('/check', (request, response) => {
    const { text } = parseInput(WordingQuestion, request.body, 'the text');
    const findings = checkWording(text);
    const reworded = findings.length === 0 ? text : reword(text);
    response.json({ findings, reworded } satisfies WordingAnswer);
  });
  return router;
}

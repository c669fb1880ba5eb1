import { renderDocumentHtml, renderDocumentMarkdown, renderDocumentText, shortenDocument } from '@refrain/analysis';
import type { ReportDocument } from '@refrain/domain';
import { z } from 'zod';
import { reply } from '../http/responses/reply.ts';

const renderers = {
  'text/plain': renderDocumentText,
  'text/markdown': renderDocumentMarkdown,
  'text/html': renderDocumentHtml,
} as const;
type RenderedType = keyof typeof renderers;

export function createDocumentResponseSchemas<Stored extends z.ZodType>(stored: Stored) {
  return { 'application/json': stored, 'text/plain': z.string(), 'text/markdown': z.string(), 'text/html': z.string() };
}

/** Returns the stored object for JSON, otherwise its document, rendered in the negotiated media type. */
export function renderNegotiatedDocument<Stored>(stored: Stored, document: ReportDocument, mediaType: string) {
  return isRendered(mediaType) ? reply(200, renderers[mediaType](shortenDocument(document)), mediaType) : stored;
}

function isRendered(mediaType: string): mediaType is RenderedType {
  return mediaType in renderers;
}

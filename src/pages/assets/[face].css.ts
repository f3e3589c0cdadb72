import type { APIRoute } from 'astro';
import { faceStylePaths } from '../../astro/paths/own-page-paths.ts';

export const getStaticPaths = faceStylePaths;

/** The styles of an archive's own face, at an address that changes with them. */
export const GET: APIRoute<{ css: string }> = ({ props }) =>
  new Response(props.css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });

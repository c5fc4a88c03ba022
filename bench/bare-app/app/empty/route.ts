export const dynamic = 'force-dynamic';

/** The least that a route handler can be. */
export function POST(): Response {
  return new Response('');
}

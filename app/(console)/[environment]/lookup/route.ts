import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { lookUpAnything } from '@/lib/features/palette/queries';
import { hrefOfHit } from '@/lib/find-kinds';
import { longestPaste } from '@/lib/paste';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/**
 * Where a link from elsewhere leads, `?lookup=` an id, an e-mail, an external id or a name: straight to the thing, by a
 * real redirect, as the palette would. `&as=external_id` says so of an id that looks like a key. What finds nothing or fails is said on the list of organizations.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/[environment]/lookup'>) {
  const { environment } = await params;
  const text = (request.nextUrl.searchParams.get('lookup') ?? '').trim().slice(0, longestPaste);
  const as = request.nextUrl.searchParams.get('as') === 'external_id' ? 'words' : undefined;
  const found = text === '' ? null : await settle(lookUpAnything(environment, { text, as }));
  if (found?.ok && found.data) redirect(hrefOfHit(found.data));
  redirect(withSearch(paths.organizations(environment), { lookup: text.slice(0, 255) }));
}

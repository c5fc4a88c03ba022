import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { lookupOrganization } from '@/lib/features/organizations/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/**
 * Where the top bar's field leads: straight to the organization, by a real redirect. A page could only redirect after
 * its frame has gone out. What finds nothing or fails is said on the list.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/[environment]/lookup'>) {
  const { environment } = await params;
  const text = (request.nextUrl.searchParams.get('lookup') ?? '').trim().slice(0, 255);
  const found = text === '' ? null : await settle(lookupOrganization(environment, { text }));
  if (found?.ok && found.data) redirect(paths.organization(environment, found.data.id));
  redirect(withSearch(paths.organizations(environment), { lookup: text }));
}

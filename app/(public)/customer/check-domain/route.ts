import { NextResponse } from 'next/server';
import type { ErrorCode, Result } from '@/lib/errors';
import { checkOwnDomain } from '@/lib/features/domains/customer-queries';
import type { DomainCheck } from '@/lib/features/domains/schema';
import { settle } from '@/lib/server/settle';

const statuses: Partial<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
  not_found: 404,
  rate_limited: 429,
};

/** "Check again": what the DNS says now of one domain of the visit's organization. `?domainId=dom_…`. */
export async function GET(request: Request): Promise<NextResponse<Result<DomainCheck>>> {
  const domainId = new URL(request.url).searchParams.get('domainId') ?? '';
  const result = await settle(checkOwnDomain({ domainId }));
  const status = result.ok ? 200 : (statuses[result.error.code] ?? 503);
  return NextResponse.json(result, { status, headers: { 'cache-control': 'no-store' } });
}

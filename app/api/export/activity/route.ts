import { type NextRequest, NextResponse } from 'next/server';
import { exportCountHeader, exportInput } from '@/lib/activity/export-format';
import { AppError, type ErrorCode, toErrorView } from '@/lib/errors';
import { openExport } from '@/lib/features/activity/export/open-export';
import { toAppError } from '@/lib/server/to-app-error';

const statuses: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
  not_found: 404,
  conflict: 409,
  frozen: 423,
  needs_approval: 403,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/**
 * The activity under a filter as a file: `?environment=…&format=csv|jsonl|ocsf` and the timeline's own parameters.
 * Streamed; an answer that breaks off in the middle is an error to whoever reads it.
 */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const parsed = exportInput.safeParse(Object.fromEntries(request.nextUrl.searchParams));
    if (!parsed.success) {
      throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'This is no export.');
    }
    const { body, contentType, fileName, total } = await openExport(parsed.data.environment, parsed.data);
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
        ...(total === null ? {} : { [exportCountHeader]: String(total) }),
      },
    });
  } catch (cause) {
    const error = toAppError(cause);
    const headers = { 'cache-control': 'no-store' };
    return NextResponse.json(
      { ok: false, error: toErrorView(error) },
      { headers, status: statuses[error.code] },
    );
  }
}

/** Next would answer it by `GET`, whose body nobody would read: it would be under way for ever. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET' } });
}

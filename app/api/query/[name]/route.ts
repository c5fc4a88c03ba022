import { type NextRequest, NextResponse } from 'next/server';
import { z } from 'zod';
import { AppError, type ErrorCode, type Result, toErrorView } from '@/lib/errors';
import { toAppError } from '@/lib/server/to-app-error';
import { type LiveQueryName, liveQueries } from './queries';

const requestSchema = z.object({ environment: z.string().max(31), input: z.record(z.string(), z.unknown()) });

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

type Context = { params: Promise<{ name: string }> };

/** Reads by GET: ids and plain words only, because URLs are logged. `?environment=…&input={json}`. */
export async function GET(request: NextRequest, { params }: Context) {
  const { searchParams } = request.nextUrl;
  const read = () => ({
    environment: searchParams.get('environment'),
    input: JSON.parse(searchParams.get('input') ?? '{}'),
  });
  return answer((await params).name, read);
}

/** Reads by POST, with `{ environment, input }` in the body: for anything pasted, which may be a secret. */
export async function POST(request: NextRequest, { params }: Context) {
  return answer((await params).name, () => request.json());
}

async function answer(name: string, read: () => unknown): Promise<NextResponse<Result<unknown>>> {
  const headers = { 'cache-control': 'no-store' };
  try {
    const query = findQuery(name);
    const { environment, input } = parseRequest(await read());
    const data = await (query as (environment: string, input: unknown) => Promise<unknown>)(
      environment,
      input,
    );
    return NextResponse.json({ ok: true, data }, { headers });
  } catch (cause) {
    const error =
      cause instanceof SyntaxError ? new AppError('invalid', 'The request is not JSON.') : toAppError(cause);
    return NextResponse.json(
      { ok: false, error: toErrorView(error) },
      { headers, status: statuses[error.code] },
    );
  }
}

function findQuery(name: string) {
  if (!Object.hasOwn(liveQueries, name)) throw new AppError('not_found', 'There is no such query.');
  return liveQueries[name as LiveQueryName];
}

function parseRequest(raw: unknown) {
  const parsed = requestSchema.safeParse(raw);
  if (!parsed.success) throw new AppError('invalid', 'A query takes an environment and an input.');
  return parsed.data;
}
